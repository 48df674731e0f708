import type { Place } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/checked-yaml.ts';
import { claimMarks } from './claim-marks.ts';
import { factMarks } from './fact-marks.ts';
import { findTexts } from './find-texts.ts';

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
export function findFactUses(file: Located<unknown>, language: string): readonly FactUse[] {
  return findTexts(file, language).flatMap(({ text, path, place }): readonly FactUse[] => [
    ...factMarks(text).map(({ name, as, start }) => ({
      form: 'fact' as const,
      fact: name,
      as,
      path,
      text,
      place,
      offset: start,
    })),
    ...claimMarks(text).flatMap(({ fact, start }) =>
      fact === undefined ? [] : [{ form: 'claim' as const, fact, as: undefined, path, text, place, offset: start }],
    ),
  ]);
}
