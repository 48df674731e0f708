import { randomUUID } from 'node:crypto';
import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** A file that a build leaves. */
interface Artifact {
  /** Below the folder that everything goes to, with forward slashes: "mali.pdf". */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** The names of one artifact in the course of being published, and what a failure of another has to undo. */
interface Move {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly temporary: string;
  /** A second name for the artifact of the build before. */
  readonly earlier: string;
  undo: 'nothing' | 'take away' | 'put earlier back';
}

/**
 * Writes artifacts: each under a temporary name beside its own first, and only when all are on the disk, to their
 * names. A reader of the folder sees an artifact of this build or of the one before, never half of one.
 *
 * @param outDir the folder for them; it is made where it is missing
 * @throws Error that says what was being done and what to do; no temporary file is left, earlier artifacts stand
 */
export async function publish(
  artifacts: readonly Artifact[],
  outDir: string,
  effects: PublishEffects = diskEffects,
): Promise<void> {
  const run = randomUUID().slice(0, 8);
  const moves = artifacts.map(({ path, bytes }): Move => {
    const name = join(outDir, path);
    const beside = (ending: string) => join(dirname(name), `.${basename(name)}.${run}.${ending}`);
    return { name, bytes, temporary: beside('new.tmp'), earlier: beside('old.tmp'), undo: 'nothing' };
  });
  let doing = `make the folder ${outDir}`;
  try {
    for (const folder of new Set([outDir, ...moves.map(({ name }) => dirname(name))])) await effects.makeFolder(folder);
    for (const move of moves) {
      doing = `write ${move.name}`;
      await effects.write(move.temporary, move.bytes);
    }
    for (const move of moves) {
      doing = `replace ${move.name}`;
      await replace(move, effects);
    }
  } catch (cause) {
    await Promise.allSettled(moves.map((move) => takeBack(move, effects)));
    throw failure(doing, outDir, cause);
  } finally {
    const left = moves.flatMap(({ temporary, earlier }) => [temporary, earlier]);
    // The error above is what counts, even if the disk then refuses this as well.
    await Promise.allSettled(left.map((file) => effects.remove(file)));
  }
}

/** Puts an artifact in its place, with the earlier one kept under a second name as long as others may still fail. */
async function replace(move: Move, effects: PublishEffects): Promise<void> {
  const undo = await effects.link(move.name, move.earlier).then(
    () => 'put earlier back' as const,
    // A file system without second names: there the whole new artifact stays.
    (error: unknown) => (isMissing(error) ? ('take away' as const) : ('nothing' as const)),
  );
  await effects.rename(move.temporary, move.name);
  move.undo = undo;
}

async function takeBack({ name, earlier, undo }: Move, effects: PublishEffects): Promise<void> {
  if (undo === 'put earlier back') await effects.rename(earlier, name);
  if (undo === 'take away') await effects.remove(name);
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** What to do about what the system says, by its code. */
const cures: Readonly<Record<string, (folder: string) => string>> = {
  ENOSPC: () => 'the disk is full: free some space and build again',
  EDQUOT: () => 'your share of the disk is used up: free some space and build again',
  EFBIG: () => 'the file is larger than the disk can hold: choose another folder with --out',
  EACCES: forbidden,
  EPERM: forbidden,
  EROFS: () => 'the disk can only be read: choose another folder with --out',
  EEXIST: inTheWay,
  ENOTDIR: inTheWay,
  EISDIR: () => 'a folder has its name: move that away, or choose another folder with --out',
  EBUSY: () => 'another program holds it open: close it there and build again',
};

/** The error of publishing: what it was to do, why it could not, what to do. */
function failure(doing: string, folder: string, cause: unknown): Error {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const cure = cures[code]?.(folder) ?? 'see that the folder is there and can be written to, and build again';
  return new Error(`Could not ${doing}: ${cure}`, { cause });
}

function forbidden(folder: string): string {
  return `you may not write there: change the rights of ${folder}, or choose another folder with --out`;
}

function inTheWay(folder: string): string {
  return `a file stands where a folder is needed: move it away, or choose another folder than ${folder} with --out`;
}

/** What publishing does to the disk. */
interface PublishEffects {
  readonly makeFolder: (folder: string) => Promise<void>;
  /** Writes a file that must not be there yet. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** Gives a file a second name. */
  readonly link: (file: string, second: string) => Promise<void>;
  readonly rename: (from: string, to: string) => Promise<void>;
  /** Takes a file away, if it is there. */
  readonly remove: (file: string) => Promise<void>;
}

/** The disk itself. */
export const diskEffects: PublishEffects = {
  makeFolder: async (folder) => {
    await mkdir(folder, { recursive: true });
  },
  write: (file, bytes) => writeFile(file, bytes, { flag: 'wx' }),
  link,
  rename,
  remove: (file) => rm(file, { force: true }),
};
