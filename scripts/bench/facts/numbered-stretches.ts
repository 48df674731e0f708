import { isScalar, parseDocument, visit } from 'yaml';
import { findNumerals } from '../../press/numerals/find-numerals.ts';

/** A stretch of a file that is a numeral. */
export interface NumberedStretch {
  readonly start: number;
  readonly end: number;
}

/**
 * The only keys whose values come into nothing that is published: notes of facts, which are for colleagues, as comments are;
 * and limits of an edition's PDF, for `verify`, of which there is none here.
 */
const unpublished: readonly (readonly [file: RegExp, key: string])[] = [
  [/facts\.yaml$/, 'note'],
  [/edition\.yaml$/, 'budgets'],
];

/**
 * The numerals of a text file, in digits or words. Of YAML those of values, and digits of keys. Digits that are no numeral of prose, as in a query or a name,
 * are one by themselves, with the signs that join them (2021-11-05, 0.5).
 */
export function numberedStretches(file: string, source: string): readonly NumberedStretch[] {
  if (!file.endsWith('.yaml')) return numbersIn(source, 0, source.length);
  const skipped = unpublished.flatMap(([pattern, key]) => (pattern.test(file) ? [key] : []));
  const stretches: NumberedStretch[] = [];
  visit(parseDocument(source), {
    Pair: (_, { key }) => (isScalar(key) && skipped.includes(String(key.value)) ? visit.SKIP : undefined),
    Scalar(position, { range }) {
      if (!range) return;
      const found = position === 'key' ? digitsIn : numbersIn;
      stretches.push(...found(source, range[0], range[1]));
    },
  });
  return stretches;
}

function numbersIn(source: string, from: number, to: number): readonly NumberedStretch[] {
  const text = source.slice(from, to);
  const words = findNumerals(text, 'en').filter(({ start, end }) => !/\d/.test(text.slice(start, end)));
  return [...words.map(({ start, end }) => ({ start: from + start, end: from + end })), ...digitsIn(source, from, to)];
}

function digitsIn(source: string, from: number, to: number): readonly NumberedStretch[] {
  return [...source.slice(from, to).matchAll(/\d+(?:[.,:-]\d+)*/g)].map(({ index, 0: digits }) => {
    return { start: from + index, end: from + index + digits.length };
  });
}
