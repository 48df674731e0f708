import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Memory } from './memory.ts';

/** Drawings that a folder holds at the most; then it begins anew. */
const most = 2000;

/**
 * A memory in a folder, for one state of the press: the packages that are locked and the code that draws. A folder that
 * cannot be read or written is a memory that forgets: it costs time, never a build.
 *
 * @param folder of its own, which it may empty
 * @param madeBy files and folders of files that drawings depend on; a change to any begins the memory anew
 */
export function diskMemory(folder: string, madeBy: readonly string[]): Memory {
  const version = createHash('sha256');
  for (const file of madeBy.flatMap(filesIn)) version.update(quietly(() => readFileSync(file)) ?? '');
  const current = join(folder, version.digest('hex').slice(0, 16));
  quietly(() => {
    const versions = readdirSync(folder);
    const kept = versions.reduce((sum, name) => sum + readdirSync(join(folder, name)).length, 0);
    if (kept > most) for (const name of versions) rmSync(join(folder, name), { recursive: true, force: true });
  });
  return {
    recall: (key) => quietly(() => readFileSync(join(current, key), 'utf8')),
    keep(key, drawn) {
      quietly(() => {
        mkdirSync(current, { recursive: true });
        const beside = join(current, `${key}.${randomUUID().slice(0, 8)}`);
        writeFileSync(beside, drawn);
        renameSync(beside, join(current, key));
      });
    },
  };
}

function filesIn(path: string): readonly string[] {
  const below = quietly(() => readdirSync(path, { recursive: true, withFileTypes: true }));
  if (!below) return [path];
  const files = below.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return files.sort();
}

function quietly<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
