import { check } from './cli/build.ts';
import { runCommand } from './cli/run-command.ts';

const help = `npm run check [-- edition …] [options]

Checks every edition of content/, or those named: everything that can be known without printing.

  --fail-on-warning    warnings fail the check, too
  --format FORMAT      text, json or github
  --help               this text

Exit codes: 0 all is well · 1 the editions have errors · 2 the command line, the machine or the press has.
`;

process.exitCode = await runCommand({ name: 'check', help, run: check }, process.argv.slice(2));
