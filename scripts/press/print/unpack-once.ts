import { existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/**
 * Makes a folder that is whole or not there: it is filled beside its place and then renamed. When two processes do so
 * at once, the first to finish wins and the other throws its own away.
 *
 * @param folder where it shall stand
 * @param fill puts everything into the folder that it is given
 * @returns whether it had to be made
 */
export async function unpackOnce(folder: string, fill: (unfinished: string) => Promise<void>): Promise<boolean> {
  if (existsSync(folder)) return false;
  await mkdir(dirname(folder), { recursive: true });
  const unfinished = await mkdtemp(`${folder}.tmp-`);
  try {
    await fill(unfinished);
    // A temporary folder is for its owner only; who installs and who builds may be two.
    await chmod(unfinished, 0o755);
    await rename(unfinished, folder);
    return true;
  } catch (error) {
    await rm(unfinished, { recursive: true, force: true });
    // The codes that systems give for a folder that has meanwhile come to be.
    const code = (error as NodeJS.ErrnoException).code ?? '';
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes(code) && existsSync(folder)) return false;
    throw error;
  }
}
