import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { diskEffects, publish } from '../scripts/press/publish.ts';

const artifact = (path: string, text: string) => ({ path, bytes: Buffer.from(text) });
const failing = (code: string) => async () => {
  throw Object.assign(new Error(`${code}: as the system says it`), { code });
};

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'publish-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** All files of the folder with what they hold. */
async function held(): Promise<Readonly<Record<string, string>>> {
  const files = (await readdir(folder)).sort();
  return Object.fromEntries(
    await Promise.all(files.map(async (file) => [file, await readFile(join(folder, file), 'utf8')] as const)),
  );
}

test('artifacts replace those of the build before, and nothing else is left', async () => {
  await writeFile(join(folder, 'mali.pdf'), 'earlier');
  await publish([artifact('mali.pdf', 'new'), artifact('niger.pdf', 'first')], folder);
  expect(await held()).toEqual({ 'mali.pdf': 'new', 'niger.pdf': 'first' });
});

test('a missing folder is made', async () => {
  await publish([artifact('mali.pdf', 'new')], join(folder, 'deep', 'out'));
  expect(await readFile(join(folder, 'deep', 'out', 'mali.pdf'), 'utf8')).toBe('new');
});

test('a disk that is full at the second file leaves the first as it was', async () => {
  await writeFile(join(folder, 'ethiopia.pdf'), 'earlier');
  let written = 0;
  const write: typeof diskEffects.write = async (file, bytes) => {
    written += 1;
    if (written < 2) return diskEffects.write(file, bytes);
    await diskEffects.write(file, bytes.subarray(0, 1));
    return failing('ENOSPC')();
  };
  const artifacts = [artifact('ethiopia.pdf', 'new'), artifact('mali.pdf', 'new')];
  await expect(publish(artifacts, folder, { ...diskEffects, write })).rejects.toThrow(
    `Could not write ${join(folder, 'mali.pdf')}: the disk is full: free some space and build again`,
  );
  expect(await held()).toEqual({ 'ethiopia.pdf': 'earlier' });
});

test('a file that cannot be replaced takes those before it back', async () => {
  await writeFile(join(folder, 'ethiopia.pdf'), 'earlier');
  await mkdir(join(folder, 'nigeria.pdf'));
  const names = ['ethiopia.pdf', 'mali.pdf', 'nigeria.pdf'];
  const published = publish(
    names.map((name) => artifact(name, 'new')),
    folder,
  );
  await expect(published).rejects.toThrow(/Could not replace .*nigeria\.pdf: a folder has its name/);
  expect((await readdir(folder)).sort()).toEqual(['ethiopia.pdf', 'nigeria.pdf']);
  expect(await readFile(join(folder, 'ethiopia.pdf'), 'utf8')).toBe('earlier');
});

test('a file system without second names is published to as well', async () => {
  await writeFile(join(folder, 'mali.pdf'), 'earlier');
  await publish([artifact('mali.pdf', 'new')], folder, { ...diskEffects, link: failing('EPERM') });
  expect(await held()).toEqual({ 'mali.pdf': 'new' });
});

test('an out that is a file is named, and stays', async () => {
  const out = join(folder, 'out');
  await writeFile(out, 'a file');
  await expect(publish([artifact('mali.pdf', 'new')], out)).rejects.toThrow(/Could not make the folder .*out: a file/);
  expect(await held()).toEqual({ out: 'a file' });
});

test.each([
  ['EACCES', /you may not write there/],
  ['EROFS', /the disk can only be read/],
  ['EWHATEVER', /see that the folder is there/],
])('%s is told with what to do, and with its cause', async (code, sentence) => {
  const published = publish([artifact('mali.pdf', 'new')], folder, { ...diskEffects, write: failing(code) });
  await expect(published).rejects.toThrow(sentence);
  await expect(published).rejects.toHaveProperty('cause.code', code);
});
