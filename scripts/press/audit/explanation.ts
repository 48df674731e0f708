import type { Place } from '../diagnostics/diagnostic.ts';
import type { TypedNumeral } from '../numbers/typed-numbers.ts';
import type { Evidence } from './evidence.ts';
import type { TextSpan } from './text-spans.ts';

/** What is behind a number in print. */
type Explanation =
  | { readonly kind: 'fact' | 'claim'; readonly fact: string }
  /** A value of an answer; of a label that puts several together, only the answer is known. */
  | { readonly kind: 'data'; readonly cell: CellOfAnswer | undefined }
  | { readonly kind: 'scale' }
  | { readonly kind: 'declared'; readonly name: string; readonly declaredAt: Place | undefined }
  | { readonly kind: 'citation'; readonly source: string }
  | { readonly kind: 'counted' }
  | { readonly kind: 'unexplained' };

/** One cell of the answer behind a table, timeline, chart or map. */
export interface CellOfAnswer {
  /** From 1. */
  readonly row: number;
  readonly column: string;
}

/** What is behind a number, and where it stands in the author's files, as exactly as that is known. */
export interface Explained {
  readonly explanation: Explanation;
  readonly place: Place | undefined;
}

/** A number in print, or a group of them, where it was found. */
export interface FoundNumber extends Explained {
  readonly span: TextSpan;
  /** Where in the span it begins and ends. */
  readonly start: number;
  readonly end: number;
  /** How many numbers it stands for. */
  readonly count: number;
  /** What it is a part of: "chart aid-2020"; undefined for running text. */
  readonly of: string | undefined;
}

/** Where a number that somebody typed is looked for. */
interface TypedQuestion {
  readonly words: string;
  /** The place of the block that prints it; undefined for the words of a template, which come from anywhere. */
  readonly from: Place | undefined;
  /** Which one of the same words in that block, from 0. */
  readonly nth: number;
}

/** Explains numbers in print by what is typed into the edition's files. */
export interface TypedNumbers {
  /** By the words of a block of text; undefined where no file has them. */
  byWords(question: TypedQuestion): Explained | undefined;
  /** By the exact place; undefined where nothing that is checked as typed stands there. */
  byPlace(place: Place): Explained | undefined;
}

/**
 * @param typed all numerals that are typed into an edition's texts, in the order of the texts
 */
export function indexTypedNumbers({ typed, isOfTemplates }: Pick<Evidence, 'typed' | 'isOfTemplates'>): TypedNumbers {
  const byWords = Map.groupBy(typed, ({ words }) => withSingleSpaces(words));
  const byPlace = new Map(typed.map((numeral) => [placeKey(numeral.place), numeral]));
  const find = ({ words, from, nth }: TypedQuestion): TypedNumeral | undefined => {
    const alike = byWords.get(withSingleSpaces(words)) ?? [];
    if (!from) return alike.find(({ place }) => isOfTemplates(place.file));
    const inFile = alike.filter(({ place }) => place.file === from.file);
    const after = inFile.filter(({ place }) => isAfter(place, from));
    // A caption is printed again where its data are: then its words are those of another place.
    return after[nth] ?? after.at(-1) ?? inFile[0];
  };
  return {
    byWords(question) {
      const numeral = find(question);
      return numeral && explained(numeral);
    },
    byPlace(place) {
      const numeral = byPlace.get(placeKey(place));
      return numeral && explained(numeral);
    },
  };
}

function explained({ excused, place, numeral }: TypedNumeral): Explained {
  switch (excused.by) {
    case 'name':
      return { explanation: { kind: 'declared', name: excused.name.text, declaredAt: excused.name.place }, place };
    case 'kind':
      return { explanation: { kind: 'declared', name: numeral.kind, declaredAt: undefined }, place };
    case 'nothing':
      return { explanation: { kind: 'unexplained' }, place };
  }
}

function withSingleSpaces(words: string): string {
  return words.replace(/\s+/g, ' ');
}

function isAfter(place: Place, from: Place): boolean {
  return place.line > from.line || (place.line === from.line && place.column >= from.column);
}

function placeKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
