import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { watchedFolders } from './watched-folders.ts';

/** What tells one state of the watched files from another. Paths are relative to the root, with forward slashes. */
export interface Snapshot {
  /** Of each file its size and when and as what it was written. */
  readonly files: ReadonlyMap<string, string>;
  /** Of each folder which it is: another one of the same name is another. */
  readonly folders: ReadonlyMap<string, string>;
}

/** What editors leave beside a file while they save it, and what hides. */
const passing = /^\.|~$|\.(?:tmp|swp|swx|bak|part|crdownload)$|^#.*#$|^4913$/;

/** Looks at all watched files of a project. What goes away while it looks is left out. */
export function takeSnapshot(root: string): Snapshot {
  const files = new Map<string, string>();
  const folders = new Map<string, string>();
  const visit = (folder: string): void => {
    const self = quietly(() => statSync(join(root, folder), { bigint: true }));
    const entries = quietly(() => readdirSync(join(root, folder), { withFileTypes: true }));
    if (!self || !entries) return;
    folders.set(folder, `${self.dev} ${self.ino} ${self.birthtimeNs}`);
    for (const entry of entries) {
      if (passing.test(entry.name)) continue;
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) visit(path);
      else {
        const state = quietly(() => statSync(join(root, path), { bigint: true }));
        if (state?.isFile()) files.set(path, `${state.ino} ${state.size} ${state.mtimeNs} ${state.ctimeNs}`);
      }
    }
  };
  for (const folder of watchedFolders) visit(folder);
  return { files, folders };
}

/** The files that are not the same in both, or in one of them only. */
export function changedFiles(before: Snapshot, after: Snapshot): readonly string[] {
  const paths = new Set([...before.files.keys(), ...after.files.keys()]);
  return [...paths].filter((path) => before.files.get(path) !== after.files.get(path));
}

function quietly<Result>(act: () => Result): Result | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
