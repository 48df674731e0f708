import { appendFile, cp, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { affectedEditions } from '../../scripts/watch/changes.ts';
import { watchFiles } from '../../scripts/watch/watch-files.ts';

let root: string;
let watching: Disposable;
let changed = new Set<string>();
let heard = Promise.withResolvers<void>();

beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'watched-'));
  for (const folder of ['content/mali/en', 'data', 'templates', 'styles'])
    await mkdir(join(root, folder), { recursive: true });
  for (const file of ['content/mali/en/a.md', 'content/mali/en/b.md', 'data/rows.csv'])
    await writeFile(join(root, file), 'old');
  changed = new Set();
  watching = watchFiles(root, (paths) => {
    for (const path of paths) changed.add(path);
    heard.resolve();
    heard = Promise.withResolvers();
  });
});
afterEach(async () => {
  watching[Symbol.dispose]();
  await rm(root, { recursive: true });
});

const at = (path: string): string => join(root, path);

/** Waits until just these have been told. */
async function untilTold(...paths: readonly string[]): Promise<void> {
  while (!paths.every((path) => changed.has(path))) await heard.promise;
  expect([...changed].sort()).toEqual([...paths].sort());
  changed = new Set();
}

test.each<[string, () => Promise<unknown>, readonly string[]]>([
  ['written', () => writeFile(at('data/rows.csv'), 'new'), ['data/rows.csv']],
  ['written to with as many characters', () => writeFile(at('content/mali/en/a.md'), 'new'), ['content/mali/en/a.md']],
  ['appended to', () => appendFile(at('data/rows.csv'), 'more'), ['data/rows.csv']],
  ['made', () => writeFile(at('content/mali/en/c.md'), 'new'), ['content/mali/en/c.md']],
  ['taken away', () => rm(at('content/mali/en/b.md')), ['content/mali/en/b.md']],
  [
    'given another name',
    () => rename(at('content/mali/en/a.md'), at('content/mali/en/c.md')),
    ['content/mali/en/a.md', 'content/mali/en/c.md'],
  ],
  [
    'made in a new folder',
    async () => {
      await mkdir(at('content/niger/en'), { recursive: true });
      await writeFile(at('content/niger/en/a.md'), 'new');
    },
    ['content/niger/en/a.md'],
  ],
])('a file that is %s is told', async (_, save, paths) => {
  await save();
  await untilTold(...paths);
});

test('files are told again and again, however they are saved', async () => {
  const path = 'content/mali/en/a.md';
  for (const text of ['once', 'twice', 'thrice']) {
    await writeFile(at(`${path}~`), text);
    await rename(at(`${path}~`), at(path));
    await untilTold(path);
    await writeFile(at(path), `${text} in place`);
    await untilTold(path);
  }
});

test('a folder that was replaced by another is still watched', async () => {
  await cp(at('content/mali'), at('content/mali-new'), { recursive: true });
  await untilTold('content/mali-new/en/a.md', 'content/mali-new/en/b.md');
  await rm(at('content/mali'), { recursive: true });
  await rename(at('content/mali-new'), at('content/mali'));
  while (!changed.has('content/mali/en/a.md')) await heard.promise;
  changed = new Set();
  await writeFile(at('content/mali/en/b.md'), 'in the other folder');
  while (!changed.has('content/mali/en/b.md')) await heard.promise;
});

test('what editors leave beside a file is not told', async () => {
  for (const name of ['.a.md.swp', 'a.md~', '#a.md#', '4913', 'a.md.tmp'])
    await writeFile(at(`content/mali/en/${name}`), '');
  await writeFile(at('data/rows.csv'), 'last');
  await untilTold('data/rows.csv');
});

test.each([
  [['content/mali/en/a.md'], ['mali']],
  [
    ['content/mali/edition.yaml', 'content/niger/facts.yaml'],
    ['mali', 'niger'],
  ],
  [['content/mali-2/edition.yaml'], ['mali', 'niger']],
  [
    ['content/mali/en/a.md', 'data/rows.csv'],
    ['mali', 'niger'],
  ],
  [['content/labels/en.yaml'], ['mali', 'niger']],
  [[], []],
])('%j may change the pages of %j', (paths, editions) => {
  expect(affectedEditions(paths, ['mali', 'niger'])).toEqual(editions);
});
