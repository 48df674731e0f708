import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { firstDifference } from './first-difference.ts';

/** What two builds made of one file. */
export type Compared = { readonly file: string } & (
  | { readonly kind: 'same'; readonly sha256: string }
  | { readonly kind: 'different'; readonly difference: string }
);

/**
 * Compares all files of two folders, byte by byte.
 *
 * @throws Error when both are empty: that two builds gave nothing alike proves nothing
 */
export async function compareFolders([one = '', other = '']: readonly string[]): Promise<readonly Compared[]> {
  const lists = await Promise.all([one, other].map(filesOf));
  const files = [...new Set(lists.flat())].sort();
  if (files.length === 0) throw new Error('Comparing the builds: neither left a file');
  return Promise.all(files.map((file) => compareFile(file, one, other)));
}

async function compareFile(file: string, one: string, other: string): Promise<Compared> {
  const [left, right] = await Promise.all([one, other].map((folder) => bytesOf(join(folder, file))));
  if (!left || !right) {
    return { file, kind: 'different', difference: `only the ${left ? 'first' : 'second'} build made it` };
  }
  const difference = await firstDifference(left, right);
  if (difference !== undefined) return { file, kind: 'different', difference };
  return { file, kind: 'same', sha256: createHash('sha256').update(left).digest('hex') };
}

async function filesOf(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  return readFile(path).catch(() => undefined);
}
