import { createInterface } from 'node:readline/promises';
import { harmless } from '../cli/terminal.ts';

/** Asks a question; undefined where the input has ended, as by ctrl-D or ctrl-C. */
export type Ask = (question: string) => Promise<string | undefined>;

/** Asks on a terminal, until it is disposed of. */
export function askOn(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): AsyncDisposable & { readonly ask: Ask } {
  const lines = createInterface({ input, output });
  // Lines that come before their question, as those of a script do, wait in the iterator.
  const answers = lines[Symbol.asyncIterator]();
  let ended = false;
  lines.once('close', () => {
    ended = true;
  });
  return {
    async ask(said) {
      const question = harmless(said);
      lines.setPrompt(question);
      if (ended) output.write(question);
      else lines.prompt();
      const { value, done } = await answers.next();
      if (!done) return String(value).trim();
      output.write('\n');
      return undefined;
    },
    async [Symbol.asyncDispose]() {
      lines.close();
    },
  };
}
