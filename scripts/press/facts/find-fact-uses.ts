import type { Place } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/edition.ts';
import { claimMarks } from './claim-marks.ts';
import { factMarks } from './fact-marks.ts';

/** One place that prints a fact. */
export interface FactUse {
  readonly fact: string;
  readonly as: string | undefined;
  /** The way to the text that holds it, and where that begins. */
  readonly path: readonly (string | number)[];
  readonly place: Place;
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
      for (const { name, as } of factMarks(part)) uses.push({ fact: name, as, path, place: at(...path) });
      for (const { fact } of claimMarks(part)) {
        if (fact !== undefined) uses.push({ fact, as: undefined, path, place: at(...path) });
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
