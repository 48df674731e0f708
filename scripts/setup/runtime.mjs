// @ts-check

import { spawn } from 'node:child_process';
import { existsSync, readFileSync, realpathSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** The first Node that strips types without a flag or a warning. */
const oldest = 24;

/**
 * The runtime that commands run in: the locked one where there is one for this platform, else the user's own.
 *
 * @param {string} root the project's folder
 * @param {{ readonly platform: string, readonly architecture: string, readonly node: string, readonly version: string }} [here]
 *   this platform, and the Node that runs now
 * @returns {string} its executable
 * @throws {Error} with a sentence for the user when there is none
 */
export function findRuntime(root, here) {
  const { platform, architecture, node, version } = here ?? {
    platform: process.platform,
    architecture: process.arch,
    node: process.execPath,
    version: process.versions.node,
  };
  const folder = join(root, 'node_modules', runtimeName(platform, architecture));
  if (existsSync(folder)) {
    const executable = join(folder, JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).bin.node);
    if (existsSync(executable)) return executable;
  }
  if (Number.parseInt(version, 10) >= oldest) return node;
  throw new Error(
    `For ${platform} on ${architecture} no runtime is locked, and Node ${version} is too old: install Node ${oldest} or newer from https://nodejs.org.`,
  );
}

/**
 * The package that ships the locked runtime for a platform, whether or not there is one.
 *
 * @param {string} platform as process.platform
 * @param {string} architecture as process.arch
 */
export function runtimeName(platform, architecture) {
  return `node-${platform === 'win32' ? 'win' : platform}-${architecture}`;
}

/**
 * Runs a script in a runtime: here if this is the runtime already, else in a process that takes this one's place as
 * far as anyone outside can tell (streams, signals, exit code).
 *
 * @param {{ readonly executable: string, readonly fresh: boolean, readonly root: string, readonly script: string,
 *   readonly args: readonly string[] }} options fresh: the runtime was installed just now, so this process is not it
 */
export async function handOver({ executable, fresh, root, script, args }) {
  // Compiled code is kept between runs: it halves the start-up.
  const compiled = join(root, 'node_modules', '.cache', 'factsheet-press', 'compile');
  if (!fresh && realpathSync(executable) === realpathSync(process.execPath)) {
    module.enableCompileCache?.(compiled);
    process.argv = [process.execPath, script, ...args];
    await import(pathToFileURL(script).href);
    return;
  }
  const env = { ...process.env, NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? compiled };
  const end = await runChild(executable, [script, ...args], { env }).catch((error) => {
    process.stderr.write(`The runtime ${executable} does not start on this machine (${error.message}).\n`);
    return { code: 2, signal: null };
  });
  if (end.signal) process.kill(process.pid, end.signal);
  else process.exitCode = end.code ?? 2;
}

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
