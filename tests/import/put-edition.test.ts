import { readdir, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { putEdition } from '../../scripts/import/pour/put-edition.ts';
import { finalProject } from '../small-project.ts';

test('a disk that fails between the two moves leaves the edition as it was', async () => {
  await using project = await finalProject();
  const content = join(project.root, 'content');
  const before = await readFile(join(content, 'fictonia/edition.yaml'), 'utf8');
  let moves = 0;
  const move = async (from: string, to: string) => {
    moves += 1;
    if (moves === 2) throw new Error('the disk is full');
    await rename(from, to);
  };
  const edition = {
    name: 'fictonia',
    files: new Map([['edition.yaml', 'new']]),
    keep: 'nothing',
    stamp: 'now',
  } as const;
  await expect(putEdition(project.root, edition, move)).rejects.toThrow(
    'writing content/fictonia failed, and it is as it was',
  );
  expect(await readFile(join(content, 'fictonia/edition.yaml'), 'utf8')).toBe(before);
  expect(await readdir(content)).toEqual(['fictonia', 'labels', 'series.yaml', 'sources.yaml']);
});
