// @ts-check
// What every npm script calls: `node scripts/start.mjs <command> [arguments]`. It installs what is missing, then
// runs scripts/<command>.ts in the runtime that package-lock.json names. Plain JavaScript: Node 20 must run it.
import { readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages } from './setup/packages.mjs';
import { findRuntime, handOver } from './setup/runtime.mjs';

const scripts = dirname(fileURLToPath(import.meta.url));
const root = dirname(scripts);
const [command = '--help', ...args] = process.argv.slice(2);
const commands = readdirSync(scripts)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
  .sort();

if (commands.includes(command)) {
  const ready = await prepare();
  if (ready) await handOver({ ...ready, root, script: join(scripts, `${command}.ts`), args });
  else process.exitCode = 2;
} else {
  const asked = command === '--help';
  const list = commands.map((name) => `  npm run ${name}`).join('\n');
  const text = `${asked ? '' : `There is no command "${command}". `}The commands are:\n${list}\n`;
  (asked ? process.stdout : process.stderr).write(text);
  if (!asked) process.exitCode = 2;
}

/** Packages and runtime; undefined when the machine lacks something, which has then been said. */
async function prepare() {
  try {
    const installed = await ensurePackages(root);
    return { executable: findRuntime(root), fresh: installed };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return undefined;
  }
}
