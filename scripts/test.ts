// `npm test [-- arguments for vitest]`: types, lint, tests. All run; the first failure is the exit code.
// `npm run test:quick` leaves out the files of tests that print or start processes.
import { join } from 'node:path';
import { openTerminal } from './cli/terminal.ts';
import { runChild } from './setup/runtime.mjs';

const terminal = openTerminal();

const words = process.argv.slice(2);
const chosen = words.includes('--quick')
  ? [...words.filter((word) => word !== '--quick'), '--exclude', '**/*.slow.test.ts']
  : words;
const packages = join(import.meta.dirname, '..', 'node_modules');
const checks = [
  { name: 'types', script: 'typescript/bin/tsc', args: ['--noEmit'] },
  // The preview's page has no Node: what it uses of it, the check above does not find.
  { name: 'types of the page', script: 'typescript/bin/tsc', args: ['--noEmit', '-p', 'scripts/preview/viewer'] },
  { name: 'lint', script: '@biomejs/biome/bin/biome', args: ['ci', '--colors=off'] },
  { name: 'tests', script: 'vitest/vitest.mjs', args: ['run', ...chosen] },
];

for (const { name, script, args } of checks) {
  terminal.out.write(`\n${name}\n`);
  const end = await runChild(process.execPath, [join(packages, script), ...args], { cwd: join(packages, '..') });
  if (end.signal) process.exit(1);
  process.exitCode ||= end.code ?? 1;
}
