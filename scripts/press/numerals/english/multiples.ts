import type { Reading } from '../numeral.ts';
import type { Rule } from '../rule.ts';
import { amount, anyOf, dash, end } from './pieces.ts';
import { readAmount } from './read-amount.ts';
import { multiplied, timesWords } from './words.ts';

const stems = Object.keys(multiplied);
const verb = anyOf(stems.flatMap((stem) => ['ed', 'es', 'ing'].map((ending) => stem + ending)));
const bare = anyOf(stems.map((stem) => `${stem}e`));
const fold = anyOf(
  ['two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'].map((word) => `${word}fold`),
);
const adverb = anyOf(Object.keys(timesWords));

/** How many times as much. */
export const multiples: readonly Rule[] = [
  // nine times, 2 to 3 times, 2x, 3-fold
  {
    kind: 'multiple',
    pattern: String.raw`(?<low>${amount})(?:(?:${dash}|\s+to\s+)(?<high>${amount}))?(?:(?:\s+|-)(?i:times)${end}|\s?[xX×]${end}|-?(?i:fold)${end})`,
    read: ({ groups: { low = '', high } }) => ({
      values: [low, ...(high ? [high] : [])].map((text) => readAmount(text)),
    }),
  },
  { kind: 'multiple', pattern: adverb + end, read: ({ text }) => times(timesWords[text.toLowerCase()]) },
  // doubled; "double" only where it is a verb or before what is doubled, for there are double quotes too
  {
    kind: 'multiple',
    pattern: String.raw`(?:${verb}|${bare}(?=\s+(?i:the|what|that|its|their|his|her|in|from|as)${end}))${end}`,
    read: ({ text }) => times(multiplied[stems.find((stem) => text.toLowerCase().startsWith(stem)) ?? '']),
  },
  {
    kind: 'multiple',
    pattern: fold + end,
    read: ({ text }) => ({ values: [readAmount(text.slice(0, -'fold'.length))] }),
  },
];

/** Words by which multiples begin. */
export const multipleOpenings: readonly string[] = [adverb, verb, bare, fold];

function times(value: number | undefined): Reading {
  return value === undefined ? { values: [] } : { values: [{ kind: 'decimal', decimal: String(value), place: 0 }] };
}
