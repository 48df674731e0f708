import { randomUUID } from 'node:crypto';
import { constants, copyFile, mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Copies of the files of datasets as they were accepted, so that a changed one can be told from what it was. */
export interface Copies {
  /** Keeps a copy of a file under its digest, if it has none yet. */
  keep(digest: string, path: string): Promise<void>;
  /** The file that had a digest, if there is a copy. */
  find(digest: string): Promise<Uint8Array | undefined>;
}

/** Keeps nothing. */
export const noCopies: Copies = { keep: async () => {}, find: async () => undefined };

/** Files larger than this are not copied, in bytes, and of the others no more than so many are kept. */
const largest = 20_000_000;
const most = 200;

/** Copies in a folder. One that cannot be read or written keeps nothing: it costs a comparison, never a build. */
export function diskCopies(folder: string): Copies {
  const pathOf = (digest: string) => join(folder, digest.replace(/^sha256:/, ''));
  return {
    async keep(digest, path) {
      await quietly(async () => {
        const place = pathOf(digest);
        if ((await quietly(() => stat(place))) || (await stat(path)).size > largest) return;
        await mkdir(folder, { recursive: true });
        if ((await readdir(folder)).length >= most) await rm(folder, { recursive: true, force: true });
        await mkdir(folder, { recursive: true });
        const beside = `${place}.${randomUUID().slice(0, 8)}`;
        await copyFile(path, beside, constants.COPYFILE_FICLONE);
        await rename(beside, place);
      });
    },
    find: (digest) => quietly(() => readFile(pathOf(digest))),
  };
}

async function quietly<Result>(act: () => Promise<Result>): Promise<Result | undefined> {
  try {
    return await act();
  } catch {
    return undefined;
  }
}
