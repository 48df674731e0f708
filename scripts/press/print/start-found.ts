import type { Network } from './browser-arguments.ts';
import type { FoundBrowser } from './find-browser.ts';
import { type Start, type StartOptions, startBrowser } from './start-browser.ts';
import { currentUser, type SandboxedStart, startSandboxed } from './start-sandboxed.ts';
import { unpackLibraries, unpackShell } from './unpack-shell.ts';

/** What the loader says where a shared library is missing. */
const libraryMissing = /error while loading shared libraries/;

/**
 * Starts the browser that was found, in its sandbox where there is one, with the libraries that it lacks.
 *
 * @param limit milliseconds within which it must answer
 * @param say takes a sentence before work that one waits for
 */
export function startFound(
  found: FoundBrowser,
  limit: number,
  say: (sentence: string) => void = () => {},
  network: Network = 'none',
): Promise<SandboxedStart> {
  return startSandboxed(currentUser(), (sandbox) => startOnce(found, { sandbox, network, limit }, say));
}

async function startOnce(
  found: FoundBrowser,
  options: Pick<StartOptions, 'sandbox' | 'network' | 'limit'>,
  say: (sentence: string) => void,
): Promise<Start> {
  if (found.kind !== 'bundled') {
    return startBrowser({ ...options, executable: found.executable, fonts: undefined, libraries: undefined });
  }
  const shell = { ...(await unpackShell(found.shell, say)), ...options };
  const start = await startBrowser({ ...shell, libraries: undefined });
  if (start.kind === 'started' || !libraryMissing.test(start.output)) return start;
  return startBrowser({ ...shell, libraries: await unpackLibraries(found.shell) });
}
