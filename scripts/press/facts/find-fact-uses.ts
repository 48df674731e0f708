import type { Place } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/edition.ts';
import { factMarks } from './fact-marks.ts';

/** One place that prints a fact. */
export interface FactUse {
  readonly fact: string;
  readonly as: string | undefined;
  /** Where the text that holds it begins. */
  readonly place: Place;
}

/** The facts that the texts of a file name, wherever they stand in it. */
export function findFactUses({ value, at }: Located<unknown>): readonly FactUse[] {
  const uses: FactUse[] = [];
  const search = (part: unknown, path: readonly (string | number)[]): void => {
    if (typeof part === 'string') {
      for (const { name, as } of factMarks(part)) uses.push({ fact: name, as, place: at(...path) });
    } else if (Array.isArray(part)) {
      for (const [index, item] of part.entries()) search(item, [...path, index]);
    } else if (typeof part === 'object' && part !== null) {
      for (const [key, item] of Object.entries(part)) search(item, [...path, key]);
    }
  };
  search(value, []);
  return uses;
}
