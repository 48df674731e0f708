// @ts-check
import { realpathSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { runChild } from './run-child.mjs';

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
