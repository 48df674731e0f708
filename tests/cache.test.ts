import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type CacheLimits, cached, diskCache } from '../scripts/press/cache.ts';

let folder: string;
let code: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cache-'));
  code = join(folder, 'code.ts');
  await writeFile(code, 'one');
});
afterEach(() => rm(folder, { recursive: true }));

function countingDraw(): { readonly draw: () => Promise<{ svg: string }>; times: number } {
  const drawn = { times: 0, draw: async () => ({ svg: `drawing ${++drawn.times}` }) };
  return drawn;
}
const open = (limits?: CacheLimits) => diskCache(join(folder, 'kept'), [code], limits);

test('what was drawn from the same inputs is not drawn again, in another run either', async () => {
  const pen = countingDraw();
  expect(await cached(open(), { height: 90 }, pen.draw)).toEqual({ svg: 'drawing 1' });
  expect(await cached(open(), { height: 90 }, pen.draw)).toEqual({ svg: 'drawing 1' });
});
test('other inputs, or other code, are drawn anew', async () => {
  const pen = countingDraw();
  await cached(open(), { height: 90 }, pen.draw);
  expect(await cached(open(), { height: 91 }, pen.draw)).toEqual({ svg: 'drawing 2' });
  await writeFile(code, 'two');
  expect(await cached(open(), { height: 90 }, pen.draw)).toEqual({ svg: 'drawing 3' });
});
test('a cache that cannot be written costs a drawing and nothing else', async () => {
  const pen = countingDraw();
  const broken = diskCache(join(code, 'below a file'), [code]);
  await cached(broken, {}, pen.draw);
  expect(await cached(broken, {}, pen.draw)).toEqual({ svg: 'drawing 2' });
});

/** The files of the entries, in the order of their names. */
async function entries(): Promise<readonly string[]> {
  const files = await readdir(join(folder, 'kept'), { recursive: true, withFileTypes: true });
  return files.filter((file) => file.isFile()).map((file) => join(file.parentPath, file.name));
}

describe('an entry that is damaged counts as not there, and is written anew', () => {
  test.each<readonly [string, (bytes: Buffer) => Buffer]>([
    ['cut off', (bytes) => bytes.subarray(0, bytes.length - 4)],
    ['empty', () => Buffer.alloc(0)],
    ['changed into other JSON', (bytes) => Buffer.from(bytes.toString().replace('drawing 1', 'drawing 7'))],
    ['filled with zeros', (bytes) => Buffer.alloc(bytes.length)],
  ])('%s', async (_, damage) => {
    const pen = countingDraw();
    await cached(open(), {}, pen.draw);
    const [entry = ''] = await entries();
    await writeFile(entry, damage(await readFile(entry)));
    expect(await cached(open(), {}, pen.draw)).toEqual({ svg: 'drawing 2' });
    expect(await cached(open(), {}, pen.draw)).toEqual({ svg: 'drawing 2' });
  });
});

async function letAMinutePass(entry: string): Promise<void> {
  const used = (await stat(entry)).mtimeMs / 1000 - 60;
  await utimes(entry, used, used);
}

describe('a cache above its limits loses what was not used for longest', () => {
  const size = 90;
  test.each<readonly [string, CacheLimits]>([
    ['in number', { entries: 2, bytes: 10_000 }],
    ['in bytes', { entries: 10, bytes: 2.5 * size }],
  ])('%s', async (_, limits) => {
    const pen = countingDraw();
    for (const height of [1, 2, 3]) {
      await cached(open(), { height }, pen.draw);
      for (const entry of await entries()) await letAMinutePass(entry);
    }
    // The first is used again, so that the second is the one to go.
    expect(await cached(open(), { height: 1 }, pen.draw)).toEqual({ svg: 'drawing 1' });
    const cache = open(limits);
    expect(await entries()).toHaveLength(2);
    expect(await cached(cache, { height: 3 }, pen.draw)).toEqual({ svg: 'drawing 3' });
    expect(await cached(cache, { height: 1 }, pen.draw)).toEqual({ svg: 'drawing 1' });
    expect(await cached(cache, { height: 2 }, pen.draw)).toEqual({ svg: 'drawing 4' });
  });

  test('that of other code first, with its folder', async () => {
    const pen = countingDraw();
    await cached(open(), { height: 1 }, pen.draw);
    for (const entry of await entries()) await utimes(entry, 0, 0);
    await writeFile(code, 'two');
    await cached(open(), { height: 1 }, pen.draw);
    open({ entries: 1, bytes: 10_000 });
    expect(await readdir(join(folder, 'kept'))).toHaveLength(1);
    expect(await cached(open(), { height: 1 }, pen.draw)).toEqual({ svg: 'drawing 2' });
  });
});
