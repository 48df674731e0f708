import { join } from 'node:path';
import { sentences } from './sentences.ts';
import { openTerminal } from './terminal.ts';

/** What a command prints, and its exit code: 0 done, 1 the content has errors, 2 the command line has. */
export interface CommandResult {
  readonly text: string;
  readonly code: 0 | 1 | 2;
}

/**
 * Runs a command that says something and is done, with the words after its name.
 *
 * @returns the exit code: that of the command, and 2 where the machine or the press has errors
 */
export async function runSaying(
  name: string,
  command: (words: readonly string[], root: string) => Promise<CommandResult>,
  words: readonly string[],
): Promise<0 | 1 | 2> {
  const { out, err } = openTerminal();
  try {
    const { text, code } = await command(words, join(import.meta.dirname, '../..'));
    (code === 2 ? err : out).write(text);
    return code;
  } catch (error) {
    err.write(`${name}: ${sentences(error)}\n`);
    return 2;
  }
}
