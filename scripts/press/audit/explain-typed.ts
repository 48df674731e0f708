import type { Place } from '../diagnostics/diagnostic.ts';
import type { TypedNumeral } from '../numbers/typed-numbers.ts';
import type { Explanation } from './explanation.ts';
import { findTypedIn, type TypedQuestion } from './find-typed.ts';
import type { Print } from './print.ts';

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
