import { createReadStream, createWriteStream } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createBrotliDecompress } from 'node:zlib';
import { extract } from 'tar-fs';
import type { ShellPackage } from './shell-package.ts';
import { unpackOnce } from './unpack-once.ts';

/** The shell, unpacked. */
export interface Shell {
  readonly executable: string;
  /** A folder of fonts, for the browser's own use. */
  readonly fonts: string;
}

/** In bytes. The default of 16 KiB takes twice as long for 209 MB. */
const chunk = 1 << 20;

/** Where `unpackShell` puts the shell. */
export function unpackedShell({ unpacked }: ShellPackage): Shell {
  return { executable: join(unpacked, 'headless-shell'), fonts: join(unpacked, 'fonts') };
}

/**
 * Unpacks the bundled shell, unless that was done before. About 1.6 s and 210 MB.
 *
 * @param say takes one sentence before work that one waits for
 */
export async function unpackShell(shell: ShellPackage, say: (sentence: string) => void): Promise<Shell> {
  await orExplain(shell.unpacked, async () => {
    await unpackOnce(shell.unpacked, async (folder) => {
      say(`Unpacking the bundled browser ${shell.version} (once).`);
      const executable = join(folder, 'headless-shell');
      await unpack(join(shell.archives, 'chromium.br'), createWriteStream(executable, { highWaterMark: 4 * chunk }));
      await chmod(executable, 0o755);
      await unpack(join(shell.archives, 'fonts.tar.br'), extract(folder));
    });
  });
  return unpackedShell(shell);
}

/**
 * Unpacks the NSS libraries that come with the shell, for a system that has none, unless that was done before.
 *
 * @returns the folder to add to the browser's LD_LIBRARY_PATH
 */
export async function unpackLibraries(shell: ShellPackage): Promise<string> {
  const folder = `${shell.unpacked}-libraries`;
  await orExplain(folder, async () => {
    await unpackOnce(folder, (unfinished) => unpack(join(shell.archives, 'al2023.tar.br'), extract(unfinished)));
  });
  return join(folder, 'lib');
}

async function unpack(archive: string, target: NodeJS.WritableStream): Promise<void> {
  await pipeline(
    createReadStream(archive, { highWaterMark: chunk }),
    createBrotliDecompress({ chunkSize: chunk }),
    target,
  );
}

async function orExplain(folder: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Error(
      `Unpacking the bundled browser into ${folder} failed (${why}): it needs 220 MB of space and the right to write there; if the archive is damaged, run "npm ci --ignore-scripts".`,
      { cause },
    );
  }
}
