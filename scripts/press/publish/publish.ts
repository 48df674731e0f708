import { randomUUID } from 'node:crypto';
import { basename, dirname, join } from 'node:path';
import { diskEffects, type PublishEffects } from './effects.ts';
import { failure } from './failure.ts';

/** A file that a build leaves. */
export interface Artifact {
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
    // What was the matter is told, even on a disk that then refuses this as well.
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
