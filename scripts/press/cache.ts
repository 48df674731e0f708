import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What was found before, a drawing for the most part, by what it was found from. It may forget anything at any time. */
export interface Memory {
  recall(key: string): string | undefined;
  keep(key: string, found: string): void;
}

/** Remembers nothing. */
export const noMemory: Memory = { recall: () => undefined, keep: () => {} };

/**
 * What follows from these inputs: as it was found before, or found now and kept. Inputs and finding are plain JSON, and
 * the finding depends on nothing else but the press itself. What throws, or is undefined, is not kept.
 */
export async function remembered<Found>(memory: Memory, inputs: object, find: () => Promise<Found>): Promise<Found> {
  const key = keyOf(inputs);
  const before = memory.recall(key);
  return before === undefined ? kept(memory, key, await find()) : (JSON.parse(before) as Found);
}

/** The same for what is found at once. */
export function rememberedNow<Found>(memory: Memory, inputs: object, find: () => Found): Found {
  const key = keyOf(inputs);
  const before = memory.recall(key);
  return before === undefined ? kept(memory, key, find()) : (JSON.parse(before) as Found);
}

function keyOf(inputs: object): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}

function kept<Found>(memory: Memory, key: string, found: Found): Found {
  if (found !== undefined) memory.keep(key, JSON.stringify(found));
  return found;
}

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
