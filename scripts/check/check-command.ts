import { check } from '../cli/build.ts';
import { readCommandLine } from '../cli/options.ts';
import { runCommand } from '../cli/run-command.ts';
import { sentences } from '../cli/sentences.ts';
import type { Screen } from '../cli/terminal.ts';
import { watchEditions, writeRounds } from './watch-editions.ts';

export const help = `npm run check [-- edition …] [options]

Checks every edition of content/, or those named: everything that can be known without printing.

  --watch              stays, and checks again what a save may change; ctrl-C ends it
  --fail-on-warning    warnings, and what keeps back a release, also fail the check
  --format FORMAT      text, json or github
  --help               this text

Exit codes: 0 all is well, or the watch was ended · 1 the editions have errors · 2 the error is in the
command line, the machine or the press.
`;

/** What checking takes from the world besides files. */
export interface CheckWorld {
  /** The folder of the project. */
  readonly root: string;
  readonly out: Screen;
  readonly err: Screen;
  /** Settles when a watch is to end. It is called for a watch alone. */
  readonly untilEnd: () => Promise<void>;
}

/**
 * Runs npm run check with the words after it.
 *
 * @returns the exit code, as the help has it
 */
export async function checkCommand(words: readonly string[], world: CheckWorld): Promise<0 | 1 | 2> {
  const others = words.filter((word) => word !== '--watch');
  const line = readCommandLine(others);
  if (others.length === words.length || line.kind !== 'run') {
    return await runCommand({ name: 'check', help, run: check, proof: undefined }, others);
  }
  const { editions, format } = line.options;
  if (format === 'json') {
    world.err.write('check: --watch writes text, round by round, and JSON is one document: leave out one of them\n');
    return 2;
  }
  try {
    await watchEditions(world.root, editions, writeRounds(world.out, format), world.untilEnd());
    return 0;
  } catch (error) {
    world.err.write(`check: ${sentences(error)}\n`);
    return 2;
  }
}
