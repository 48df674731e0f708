import { runSaying } from './cli/run-saying.ts';
import { factsCommand } from './facts/facts-command.ts';

process.exitCode = await runSaying('facts', factsCommand, process.argv.slice(2));
