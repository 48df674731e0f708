import { type FSWatcher, readdirSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';

/** The folders of a project that its pages are made from. */
export const watchedFolders = ['content', 'data', 'templates', 'styles'] as const;

/** Milliseconds of quiet after which a save is taken for done: a program that saves does several things to a file. */
const quiet = 12;

/**
 * Watches the folders that pages are made from. An event only says that something happened; what did is found by
 * comparing the files with how they were, so that it does not matter how an editor saves: in place, beside and renamed,
 * or through a backup. A file that is written in parts is reported again with each part.
 *
 * One watcher for each folder, since Node's recursive one loses files that are renamed into place on Linux (seen with
 * 24), and chokidar drops a second change of a file within 50 ms (5.0), which may be the one that completes it.
 *
 * @param onChange takes the paths of the files that are new, changed or gone
 * @throws Error when the system lets nothing be watched
 */
export function watchFiles(root: string, onChange: (paths: readonly string[]) => void): Disposable {
  let before = takeSnapshot(root);
  let timer: NodeJS.Timeout | undefined;
  let isOpen = false;
  const watchers = new Map<string, { readonly of: string; readonly watcher: FSWatcher }>();
  /** Files that an event named: a write within the clock's grain does not show in a comparison. */
  const named = new Set<string>();

  const compare = (): void => {
    const after = takeSnapshot(root);
    // What came into a new folder before its watcher is found by looking once more.
    if (follow(after) === 'more') timer = setTimeout(compare, quiet);
    const changed = new Set(changedFiles(before, after));
    for (const path of named) if (after.files.has(path)) changed.add(path);
    before = after;
    named.clear();
    if (changed.size > 0) onChange([...changed].sort());
  };
  const onEvent = (folder: string, name: string | null): void => {
    if (name !== null && before.files.has(`${folder}/${name}`)) named.add(`${folder}/${name}`);
    clearTimeout(timer);
    timer = setTimeout(compare, quiet);
  };
  const drop = (folder: string): void => {
    watchers.get(folder)?.watcher.close();
    watchers.delete(folder);
  };
  const follow = ({ folders }: Snapshot): 'more' | 'as before' => {
    // The root tells when one of the folders itself comes, goes, or is another.
    const wanted = new Map([['', ''], ...folders]);
    for (const [folder, { of }] of watchers) if (wanted.get(folder) !== of) drop(folder);
    const unwatched = [...wanted].filter(([folder]) => !watchers.has(folder));
    const opened = unwatched.filter(([folder, of]) => open(folder, of));
    return opened.length > 0 ? 'more' : 'as before';
  };
  const open = (folder: string, of: string): boolean => {
    try {
      const watcher = watch(join(root, folder), (_, name) => {
        if (folder !== '' || watchedFolders.some((watched) => watched === name)) onEvent(folder, name);
      });
      watcher.on('error', () => {
        drop(folder);
        onEvent(folder, null);
      });
      watchers.set(folder, { of, watcher });
      return true;
    } catch (cause) {
      const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
      // Gone again: the folder above tells. Later on, pages that stay as they are are better than none.
      if (code === 'ENOENT' || code === 'ENOTDIR' || isOpen) return false;
      throw new Error(`Watching ${root} failed: the system may have no watchers left (fs.inotify.max_user_watches)`, {
        cause,
      });
    }
  };

  follow(before);
  isOpen = true;
  // What was saved between the first look and the first watcher.
  compare();
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}

/** What tells one state of the watched files from another. Paths are relative to the root, with forward slashes. */
interface Snapshot {
  /** Of each file its size and when and as what it was written. */
  readonly files: ReadonlyMap<string, string>;
  /** Of each folder which it is: another one of the same name is another. */
  readonly folders: ReadonlyMap<string, string>;
}

/** What editors leave beside a file while they save it, and what hides. */
const passing = /^\.|~$|\.(?:tmp|swp|swx|bak|part|crdownload)$|^#.*#$|^4913$/;

/** Looks at all watched files of a project. What goes away while it looks is left out. */
function takeSnapshot(root: string): Snapshot {
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
function changedFiles(before: Snapshot, after: Snapshot): readonly string[] {
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
