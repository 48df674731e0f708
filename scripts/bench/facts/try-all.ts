import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Tried } from './score.ts';

/**
 * Tries all mutants of a project in several processes.
 *
 * @returns in the order of their places
 * @throws Error where a process ends before its share is tried
 */
export async function tryAll(root: string, processes: number): Promise<readonly Tried[]> {
  const failed = new AbortController();
  const shares = Array.from({ length: processes }, (_, share) => tryShare(root, share, processes, failed.signal));
  const tried = await Promise.all(shares).catch((error: unknown) => {
    failed.abort();
    throw error;
  });
  return tried.flat().toSorted(({ place: one }, { place: other }) => {
    return one.file.localeCompare(other.file, 'en') || one.line - other.line || one.column - other.column;
  });
}

async function tryShare(root: string, share: number, shares: number, signal: AbortSignal): Promise<readonly Tried[]> {
  const tried: Tried[] = [];
  const child = fork(join(import.meta.dirname, 'trial-process.ts'), [root, String(share), String(shares)], {
    signal,
  });
  child.on('message', (message) => void tried.push(message as Tried));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`A process that tries changes ended with ${String(code)}: see above.`);
  return tried;
}
