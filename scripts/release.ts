import { runSaying } from './cli/run-saying.ts';
import { releaseCommand } from './release/release-command.ts';

process.exitCode = await runSaying('release', releaseCommand, process.argv.slice(2));
