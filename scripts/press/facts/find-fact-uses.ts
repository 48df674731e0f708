import type { Place } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/edition.ts';
import { claimMarks } from './claim-marks.ts';
import { factMarks } from './fact-marks.ts';

/** One place that prints a fact, or a claim that is held against one. */
export interface FactUse {
  readonly form: 'fact' | 'claim';
  readonly fact: string;
  readonly as: string | undefined;
  /** The way to the text that holds it, that text, and where it begins. */
  readonly path: readonly (string | number)[];
  readonly text: string;
  readonly place: Place;
  /** Where in the text it stands. */
  readonly offset: number;
}

/**
 * The facts that the texts of a file name, wherever they stand in it.
 *
 * @param language of the texts that are there in several
 */
export function findFactUses({ value, at }: Located<unknown>, language: string): readonly FactUse[] {
  const uses: FactUse[] = [];
  const search = (part: unknown, path: readonly (string | number)[]): void => {
    if (typeof part === 'string') {
      for (const { name, as, start } of factMarks(part)) {
        uses.push({ form: 'fact', fact: name, as, path, text: part, place: at(...path), offset: start });
      }
      for (const { fact, start } of claimMarks(part)) {
        if (fact === undefined) continue;
        uses.push({ form: 'claim', fact, as: undefined, path, text: part, place: at(...path), offset: start });
      }
    } else if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) search(item, [...path, index]);
    } else if (typeof part === 'object' && part !== null) {
      // A text in several languages is printed in one.
      const isText = language in part && Object.values(part).every((text) => typeof text === 'string');
      for (const [key, item] of Object.entries(part)) if (!isText || key === language) search(item, [...path, key]);
    }
  };
  search(value, []);
  return uses;
}
