import { runSaying } from './cli/run-saying.ts';
import { importCommand } from './import/import-command.ts';

process.exitCode = await runSaying(
  'import',
  (words, root) => importCommand(words, root, new Date()),
  process.argv.slice(2),
);
