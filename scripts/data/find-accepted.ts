import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Copies } from '../press/data/copies.ts';
import { digestOf } from '../press/data/file-digest.ts';

/** States of a file in git that are looked at, from the latest back. */
const most = 100;

/**
 * The file that had a digest: from the copies that the press keeps, else from the history of the repository. Undefined
 * where neither has it; no other file is taken for it.
 *
 * @param path below the project's root: data/figures.csv
 */
export async function findAccepted(
  digest: string,
  path: string,
  { root, copies }: { readonly root: string; readonly copies: Copies },
): Promise<Uint8Array | undefined> {
  const copy = await copies.find(digest);
  if (copy && digestOf(copy) === digest) return copy;
  const log = await git(root, 'log', '--format=%H', `--max-count=${most}`, '--', path);
  for (const commit of log?.toString('utf8').split('\n').filter(Boolean) ?? []) {
    const file = await git(root, 'show', `${commit}:./${path}`);
    if (file && digestOf(file) === digest) return file;
  }
  return undefined;
}

/** What git says; undefined where there is no git, no repository, or no such thing in it. */
async function git(root: string, ...words: readonly string[]): Promise<Buffer | undefined> {
  try {
    const { stdout } = await promisify(execFile)('git', ['-C', root, ...words], {
      encoding: 'buffer',
      maxBuffer: 1_000_000_000,
    });
    return stdout;
  } catch {
    return undefined;
  }
}
