import type { Place } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/checked-yaml.ts';

/** A string of a file. */
export interface FoundText {
  readonly text: string;
  /** The way to it, and where it begins. */
  readonly path: readonly (string | number)[];
  readonly place: Place;
}

/**
 * Every string of a file, wherever it stands in it.
 *
 * @param language of the texts that are there in several: they are printed in one
 */
export function findTexts({ value, at }: Located<unknown>, language: string): readonly FoundText[] {
  const texts: FoundText[] = [];
  const search = (part: unknown, path: readonly (string | number)[]): void => {
    if (typeof part === 'string') texts.push({ text: part, path, place: at(...path) });
    else if (Array.isArray(part)) for (const [index, item] of part.entries()) search(item, [...path, index]);
    else if (typeof part === 'object' && part !== null) {
      const isText = language in part && Object.values(part).every((text) => typeof text === 'string');
      for (const [key, item] of Object.entries(part)) if (!isText || key === language) search(item, [...path, key]);
    }
  };
  search(value, []);
  return texts;
}
