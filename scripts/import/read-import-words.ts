import { parseArgs } from 'node:util';
import { editionNameFault } from '../press/read/edition-name.ts';

/** What npm run import is asked for. */
export interface ImportOptions {
  readonly manuscript: string;
  readonly edition: string;
  /** `new`: makes the edition · `over`: makes it anew where there is one · `onto`: pours into the one that there is */
  readonly how: 'new' | 'over' | 'onto';
}

/** What a command line says: to import, to show the help, or something that cannot be understood. */
export type ImportLine =
  | { readonly kind: 'import'; readonly options: ImportOptions }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

/** Reads the words after npm run import. */
export function readImportWords(words: readonly string[]): ImportLine {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      options: {
        edition: { type: 'string' },
        onto: { type: 'string' },
        force: { type: 'boolean', default: false },
        help: { type: 'boolean', short: 'h', default: false },
      },
      allowPositionals: true,
    });
    if (values.help) return { kind: 'help' };
    const [manuscript, ...more] = positionals;
    if (manuscript === undefined) return wrong('name the file of the manuscript');
    if (more.length > 0) return wrong(`one manuscript at a time: what is "${more[0]}"?`);
    const { edition, onto, force } = values;
    if ((edition === undefined) === (onto === undefined)) {
      return wrong('write --edition NAME for a new edition, or --onto NAME for one that there is');
    }
    const name = edition ?? onto ?? '';
    const fault = editionNameFault(name);
    if (fault !== undefined) return wrong(`"${name}" cannot name an edition: ${fault}`);
    return {
      kind: 'import',
      options: { manuscript, edition: name, how: onto !== undefined ? 'onto' : force ? 'over' : 'new' },
    };
  } catch (error) {
    return wrong(error instanceof Error ? error.message : String(error));
  }
}

function wrong(message: string): ImportLine {
  return { kind: 'wrong', message };
}
