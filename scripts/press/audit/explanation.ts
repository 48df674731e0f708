import type { Place } from '../diagnostics/diagnostic.ts';
import type { TypedNumeral } from '../numbers/typed-numerals.ts';
import type { Print } from './evidence.ts';
import type { PrintedPiece } from './text-runs.ts';

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

export interface CellOfAnswer {
  /** From 1. */
  readonly row: number;
  readonly column: string;
}

/** A number in print, or a group of them, where it was found. */
export interface FoundNumber {
  readonly piece: PrintedPiece;
  /** Where in the piece it begins and ends. */
  readonly start: number;
  readonly end: number;
  /** How many numbers it stands for. */
  readonly count: number;
  readonly explanation: Explanation;
  /** What it is a part of: "chart aid-2020"; undefined for running text. */
  readonly of: string | undefined;
  /** Where it stands in the author's files, as exactly as that is known. */
  readonly place: Place | undefined;
}

/** What is behind a number that somebody typed, and where it stands. */
export interface ExplainedTyped {
  readonly explanation: Explanation;
  readonly place: Place | undefined;
}

/** Explains numbers of print by what is typed into the edition's files. */
export interface ExplainTyped {
  /** By the words of a block of text; undefined where no file has them. */
  byWords(question: TypedQuestion): ExplainedTyped | undefined;
  /** By the exact place; undefined where nothing that is checked as typed stands there. */
  byPlace(place: Place): ExplainedTyped | undefined;
}

export function typedExplainer(print: Pick<Print, 'typed' | 'isOfTemplates'>): ExplainTyped {
  const find = findTypedIn(print);
  const byPlace = new Map(print.typed.map((numeral) => [placeKey(numeral.place), numeral]));
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

function explained({ excused, place, numeral }: TypedNumeral): ExplainedTyped {
  switch (excused.by) {
    case 'name':
      return { explanation: { kind: 'declared', name: excused.name.text, declaredAt: excused.name.place }, place };
    case 'kind':
      return { explanation: { kind: 'declared', name: numeral.kind, declaredAt: undefined }, place };
    case 'nothing':
      return { explanation: { kind: 'unexplained' }, place };
  }
}

function placeKey({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

/** Where a number that somebody typed is looked for. */
interface TypedQuestion {
  readonly words: string;
  /** The place of the block that prints it; undefined for the words of a template, which come from anywhere. */
  readonly from: Place | undefined;
  /** Which one of the same words in that block, from 0. */
  readonly nth: number;
}

/** Finds the numeral in an author's file that stands in print. */
type FindTyped = (question: TypedQuestion) => TypedNumeral | undefined;

/**
 * @param typed all that are typed into an edition's texts, in the order of the texts
 */
function findTypedIn({ typed, isOfTemplates }: Pick<Print, 'typed' | 'isOfTemplates'>): FindTyped {
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
