import type { NumeralKind, NumeralValue } from '../../scripts/press/numerals/numeral.ts';
import type { Annotated } from './score.ts';

const kinds: readonly NumeralKind[] = ['number', 'money', 'percent', 'multiple', 'fraction', 'ordinal', 'date', 'name'];

/** A sentence with its numerals in brackets, as english.txt writes them: "[54 %|percent|54]". */
export function annotatedSentence(line: string): {
  readonly text: string;
  readonly numerals: readonly (Annotated & { readonly value: string | undefined })[];
} {
  const numerals: (Annotated & { readonly value: string | undefined })[] = [];
  let text = '';
  let end = 0;
  for (const mark of line.matchAll(/\[([^|\]]+)\|([a-z]+)(?:\|([^\]]+))?\]/g)) {
    const [whole, words = '', name, value] = mark;
    const kind = kinds.find((known) => known === name);
    if (!kind) throw new Error(`"${whole}" in english.txt has no kind of numeral: correct the word after the bar`);
    text += line.slice(end, mark.index);
    numerals.push({ kind, start: text.length, end: text.length + words.length, value });
    text += words;
    end = mark.index + whole.length;
  }
  return { text: text + line.slice(end), numerals };
}

/** Values as english.txt writes them, with the place of the last digit where the other text has one. */
export function valueText(values: readonly NumeralValue[], like: string): string {
  return values
    .map((value) => {
      if (value.kind === 'date') return value.iso;
      if (value.kind === 'ratio') return `${value.numerator}/${value.denominator}`;
      return like.includes('@') ? `${value.decimal}@${value.place}` : value.decimal;
    })
    .join('..');
}
