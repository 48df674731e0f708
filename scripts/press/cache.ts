import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';

/** What was found before, a drawing for the most part, by what it was found from. It may lose anything at any time. */
export interface Cache {
  get(key: string): string | undefined;
  set(key: string, found: string): void;
}

/** Keeps nothing. */
export const noCache: Cache = { get: () => undefined, set: () => {} };

/**
 * What follows from these inputs: as it was found before, or found now and kept. Inputs and finding are plain JSON, and
 * the finding depends on nothing else but the press itself. What throws, or is undefined, is not kept.
 */
export async function cached<Found>(cache: Cache, inputs: object, find: () => Promise<Found>): Promise<Found> {
  const key = keyOf(inputs);
  const before = cache.get(key);
  return before === undefined ? kept(cache, key, await find()) : (JSON.parse(before) as Found);
}

/** The same for what is found at once. */
export function cachedNow<Found>(cache: Cache, inputs: object, find: () => Found): Found {
  const key = keyOf(inputs);
  const before = cache.get(key);
  return before === undefined ? kept(cache, key, find()) : (JSON.parse(before) as Found);
}

function keyOf(inputs: object): string {
  return digestOf(JSON.stringify(inputs));
}

function kept<Found>(cache: Cache, key: string, found: Found): Found {
  if (found !== undefined) cache.set(key, JSON.stringify(found));
  return found;
}

/** What a folder may hold. */
export interface CacheLimits {
  readonly entries: number;
  readonly bytes: number;
}

/** Drawings of about forty editions: one has about fifty, of 9 kB each and 94 kB at the most. */
const usualLimits: CacheLimits = { entries: 2000, bytes: 100_000_000 };

/**
 * A cache in a folder, for one state of the press: the packages that are locked and the code that draws. A folder that
 * cannot be read or written is a cache that keeps nothing: it costs time, never a build. An entry that is damaged counts as
 * not there. What was not used for longest is removed when the cache is opened and holds more than its limits.
 *
 * @param folder of its own; all in it may be removed
 * @param madeBy files and folders of files that the entries depend on; after a change to any, none of the entries counts
 */
export function diskCache(folder: string, madeBy: readonly string[], limits: CacheLimits = usualLimits): Cache {
  const version = createHash('sha256');
  for (const file of madeBy.flatMap(filesIn)) version.update(quietly(() => readFileSync(file)) ?? '');
  const current = join(folder, version.digest('hex').slice(0, 16));
  removeLeastUsed(folder, limits);
  return {
    get(key) {
      const file = join(current, key);
      const found = quietly(() => opened(readFileSync(file, 'utf8')));
      if (found !== undefined) quietly(() => markUsed(file));
      return found;
    },
    set(key, found) {
      quietly(() => {
        mkdirSync(current, { recursive: true });
        const beside = join(current, `${key}.${randomUUID().slice(0, 8)}`);
        writeFileSync(beside, sealed(found));
        renameSync(beside, join(current, key));
      });
    },
  };
}

/** An entry as it lies on the disk: its digest, then what was found. */
function sealed(found: string): string {
  return `${digestOf(found)}\n${found}`;
}

/** What was found; undefined where the entry is not as it was written: a full disk or a power cut may leave a part of it. */
function opened(entry: string): string | undefined {
  const end = entry.indexOf('\n');
  const found = entry.slice(end + 1);
  return entry.slice(0, Math.max(0, end)) === digestOf(found) ? found : undefined;
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The time of an entry's last change stands for that of its last use: many systems do not keep the latter. */
function markUsed(file: string): void {
  const now = new Date();
  utimesSync(file, now, now);
}

function removeLeastUsed(folder: string, limits: CacheLimits): void {
  const versions = (quietly(() => readdirSync(folder)) ?? []).map((name) => join(folder, name));
  const entries = versions.flatMap(filesIn).flatMap((file) => {
    const stats = quietly(() => statSync(file));
    return stats ? [{ file, bytes: stats.size, used: stats.mtimeMs }] : [];
  });
  let bytes = 0;
  for (const [index, entry] of entries.toSorted((one, other) => other.used - one.used).entries()) {
    bytes += entry.bytes;
    if (index >= limits.entries || bytes > limits.bytes) quietly(() => rmSync(entry.file, { force: true }));
  }
  // Of a version that has no entry left, the folder goes, too; one that has some cannot be removed in this way.
  for (const version of versions) quietly(() => rmdirSync(version));
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
