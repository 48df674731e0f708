// @ts-check
import { spawn } from 'node:child_process';

/**
 * Runs a program to its end. Signals that would end this process go to the program, whose end then decides.
 *
 * @param {string} executable
 * @param {readonly string[]} args
 * @param {{ readonly cwd?: string, readonly env?: NodeJS.ProcessEnv, readonly shell?: boolean,
 *   readonly stdio?: import('node:child_process').StdioOptions, readonly onStart?: (pid: number) => void }} [options]
 * @returns {Promise<{ readonly code: number | null, readonly signal: NodeJS.Signals | null }>} rejects when it cannot start
 */
export function runChild(executable, args, options = {}) {
  const { onStart, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(executable, args, { stdio: 'inherit', ...rest });
    if (child.pid !== undefined) onStart?.(child.pid);

    /** @param {NodeJS.Signals} signal */
    const forward = (signal) => {
      // Ctrl-C on a terminal reaches the program by itself; twice would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    };
    const stop = () => {
      process.off('SIGINT', forward);
      process.off('SIGTERM', forward);
    };
    process.on('SIGINT', forward);
    process.on('SIGTERM', forward);
    child.once('error', (error) => {
      stop();
      reject(error);
    });
    child.once('exit', (code, signal) => {
      stop();
      resolve({ code, signal });
    });
  });
}
