import { type FSWatcher, watch } from 'node:fs';
import { basename, join } from 'node:path';
import { changedFiles, type Snapshot, takeSnapshot } from './snapshot.ts';
import { watchedFolders } from './watched-folders.ts';

/** Milliseconds of quiet after which a save is taken for done: a program that saves does several things to a file. */
const quiet = 12;

/**
 * Watches the folders that pages are made from. An event only says that something happened; what did is found by
 * comparing the files with how they were, so that it does not matter how an editor saves: in place, beside and renamed,
 * or through a backup. A file that is written in parts is told again with each part.
 *
 * One watcher for each folder, since Node's recursive one loses files that are renamed into place on Linux (seen with
 * 24), and chokidar drops a second change of a file within 50 ms (5.0), which may be the one that completes it.
 *
 * @param onChange takes the paths of the files that are new, changed or gone
 */
export function watchFiles(root: string, onChange: (paths: readonly string[]) => void): Disposable {
  let before = takeSnapshot(root);
  let timer: NodeJS.Timeout | undefined;
  const watchers = new Map<string, { readonly of: string; readonly watcher: FSWatcher }>();
  /** Files that an event named: a write within the clock's grain does not show in a comparison. */
  const named = new Set<string>();

  const compare = (): void => {
    const after = takeSnapshot(root);
    follow(after);
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
  const follow = ({ folders }: Snapshot): void => {
    // The root tells when one of the folders itself comes, goes, or is another.
    const wanted = new Map([['', ''], ...folders]);
    for (const [folder, { of }] of watchers) if (wanted.get(folder) !== of) drop(folder);
    for (const [folder, of] of wanted) if (!watchers.has(folder)) open(folder, of);
  };
  const open = (folder: string, of: string): void => {
    try {
      const watcher = watch(join(root, folder), (event, name) => {
        if (folder === '') {
          if (watchedFolders.some((watched) => watched === name)) onEvent(folder, name);
          return;
        }
        // So a folder tells that it goes itself; it may also be something in it that has its name.
        if (event === 'rename' && name === basename(folder)) drop(folder);
        onEvent(folder, name);
      });
      watcher.on('error', () => {
        drop(folder);
        onEvent(folder, null);
      });
      watchers.set(folder, { of, watcher });
    } catch {
      // Gone again: the folder above tells.
    }
  };

  follow(before);
  // What was saved between the first look and the first watcher.
  compare();
  return {
    [Symbol.dispose]() {
      clearTimeout(timer);
      for (const folder of [...watchers.keys()]) drop(folder);
    },
  };
}
