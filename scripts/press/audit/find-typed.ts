import type { Place } from '../diagnostics/diagnostic.ts';
import type { TypedNumeral } from '../numbers/typed-numbers.ts';
import type { Print } from './print.ts';

/** Where a number that somebody typed is looked for. */
export interface TypedQuestion {
  readonly words: string;
  /** The place of the block that prints it; undefined for the words of a template, which come from anywhere. */
  readonly from: Place | undefined;
  /** Which one of the same words in that block, from 0. */
  readonly nth: number;
}

/** Finds the numeral in an author's file that stands in print. */
export type FindTyped = (question: TypedQuestion) => TypedNumeral | undefined;

/**
 * @param typed all that are typed into an edition's texts, in the order of the texts
 */
export function findTypedIn({ typed, isOfTemplates }: Pick<Print, 'typed' | 'isOfTemplates'>): FindTyped {
  const byWords = Map.groupBy(typed, ({ words }) => withSingleSpaces(words));
  return ({ words, from, nth }) => {
    const alike = byWords.get(withSingleSpaces(words)) ?? [];
    if (!from) return alike.find(({ place }) => isOfTemplates(place.file));
    const inFile = alike.filter(({ place }) => place.file === from.file);
    const after = inFile.filter(({ place }) => isAfter(place, from));
    // A caption is printed again where its data are: then its words are those of another place.
    return after[nth] ?? after.at(-1) ?? inFile[0];
  };
}

function withSingleSpaces(words: string): string {
  return words.replace(/\s+/g, ' ');
}

function isAfter(place: Place, from: Place): boolean {
  return place.line > from.line || (place.line === from.line && place.column >= from.column);
}
