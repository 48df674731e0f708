import { link, mkdir, rename, rm, writeFile } from 'node:fs/promises';

/** What publishing does to the disk. */
export interface PublishEffects {
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
