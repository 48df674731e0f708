import { cp, mkdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { publish } from '../../press/publish.ts';
import type { Files } from '../../press/read/files.ts';

/** An edition to be put in its place. */
export interface EditionToPut {
  readonly name: string;
  /** What is written, by path below the edition's folder. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** `nothing`: a new edition · else the names of the edition that are kept beside what is written */
  readonly keep: 'nothing' | { readonly except: (path: string) => boolean };
  /** What names the backup: the time, without signs that a file name may not have. */
  readonly stamp: string;
}

/**
 * Puts an edition in its place as a whole: it is made beside it and renamed, and what stood there before becomes the backup.
 *
 * @param move renames a folder
 * @returns the folder of the backup from the project's root; undefined where there was no edition
 * @throws Error that says what was being done; the edition is then as it was
 */
export async function putEdition(
  root: string,
  edition: EditionToPut,
  move: (from: string, to: string) => Promise<void> = rename,
): Promise<string | undefined> {
  const folder = join(root, 'content', edition.name);
  const backup = `content/.backups/${edition.name}-${edition.stamp}`;
  // Beside the backups, where a folder that a crash leaves is no edition.
  const made = join(root, `${backup}.tmp`);
  try {
    await makeBeside(folder, made, edition);
    const earlier = await moved(folder, join(root, backup), move);
    try {
      await move(made, folder);
    } catch (cause) {
      if (earlier) await move(join(root, backup), folder);
      throw cause;
    }
    return earlier ? backup : undefined;
  } catch (cause) {
    throw new Error(
      `writing content/${edition.name} failed, and it is as it was: check that this account may write there`,
      {
        cause,
      },
    );
  } finally {
    // The first error is reported, even on a disk that then refuses this as well; an empty folder of backups goes.
    await rm(made, { recursive: true, force: true }).catch(() => {});
    await rmdir(join(root, dirname(backup))).catch(() => {});
  }
}

async function makeBeside(folder: string, made: string, { files, keep }: EditionToPut): Promise<void> {
  if (keep === 'nothing') await mkdir(made, { recursive: true });
  else {
    await cp(folder, made, {
      recursive: true,
      filter: (path) => path === folder || !keep.except(path.slice(folder.length + 1).replaceAll('\\', '/')),
    });
  }
  for (const [path, content] of files) {
    await mkdir(dirname(join(made, path)), { recursive: true });
    await writeFile(join(made, path), content);
  }
}

/** Whether there was something to move. */
async function moved(from: string, to: string, move: (from: string, to: string) => Promise<void>): Promise<boolean> {
  try {
    await move(from, to);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false;
    throw error;
  }
}

/**
 * Writes files that all editions share and then does what needs them; if that fails, they are again as they were.
 *
 * @param added the files by path from the project's root
 * @param files the project as it was
 */
export async function withShared<Done>(
  root: string,
  added: ReadonlyMap<string, string>,
  files: Files,
  act: () => Promise<Done>,
): Promise<Done> {
  const encoder = new TextEncoder();
  const before = [...added.keys()].map((path) => ({ path, bytes: files.bytes(path) }));
  await publish(
    [...added].map(([path, text]) => ({ path, bytes: encoder.encode(text) })),
    root,
  );
  try {
    return await act();
  } catch (error) {
    await publish(
      before.flatMap(({ path, bytes }) => (bytes ? [{ path, bytes }] : [])),
      root,
    );
    for (const { path, bytes } of before) if (!bytes) await rm(join(root, path), { force: true });
    throw error;
  }
}
