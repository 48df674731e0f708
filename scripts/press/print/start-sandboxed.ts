import type { Start } from './start-browser.ts';

/** What Chromium says on Linux where it cannot make its sandbox. */
const sandboxFailures = [
  /No usable sandbox/,
  /Failed to move to new namespace/,
  /setuid sandbox/i,
  /Running as root without --no-sandbox/,
  /Check failed: sys_chroot/,
];

/** A start, and the sentence to print when it is without the sandbox. */
export interface SandboxedStart {
  readonly start: Start;
  readonly notice: string | undefined;
}

/**
 * Decides on the sandbox: it is on, unless the user is root or the system forbids the namespaces that it is made of.
 * The second is found out by trying.
 *
 * @param user who runs the build
 * @param attempt starts the browser
 */
export async function startSandboxed(
  user: 'root' | 'ordinary',
  attempt: (sandbox: 'on' | 'off') => Promise<Start>,
): Promise<SandboxedStart> {
  if (user === 'root') {
    const notice = 'The browser runs without its sandbox, because the build runs as root: an ordinary user has it.';
    return { start: await attempt('off'), notice };
  }
  const first = await attempt('on');
  if (first.kind === 'started' || !sandboxFailures.some((failure) => failure.test(first.output))) {
    return { start: first, notice: undefined };
  }
  const notice = 'The browser runs without its sandbox, because this system does not let users make namespaces.';
  return { start: await attempt('off'), notice };
}

/** Whether Chromium takes the user for root; only on Linux does its sandbox mind. */
export function currentUser(): 'root' | 'ordinary' {
  return process.platform === 'linux' && process.getuid?.() === 0 ? 'root' : 'ordinary';
}
