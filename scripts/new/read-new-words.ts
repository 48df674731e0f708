import { parseArgs } from 'node:util';
import type { NewEdition } from './new-edition.ts';

/** What a command line says: to make an edition of what it gives so far, to show the help, or something that cannot be understood. */
export type NewLine =
  | { readonly kind: 'new'; readonly given: Partial<NewEdition> }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the words after npm run new. */
export function readNewWords(words: readonly string[]): NewLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        title: { type: 'string' },
        force: { type: 'string' },
        date: { type: 'string' },
        language: { type: 'string' },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    const { help, ...flags } = values;
    if (help) return { kind: 'help' };
    const [name, ...more] = positionals;
    if (more.length > 0) return { kind: 'wrong', message: `one edition at a time: what is "${more[0]}"?` };
    return { kind: 'new', given: name === undefined ? flags : { name, ...flags } };
  } catch (error) {
    return { kind: 'wrong', message: error instanceof Error ? error.message : String(error) };
  }
}
