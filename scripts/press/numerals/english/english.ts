import type { NumeralGrammar, Qualifier } from '../grammar.ts';
import { amountOpenings, amounts, countOpenings, counts } from './amounts.ts';
import { dateOpenings, dates, years } from './dates.ts';
import { fractionAndOrdinalOpenings, fractionsAndOrdinals } from './fractions-and-ordinals.ts';
import { names } from './names.ts';
import { maskNumberWords, wordList } from './number-words.ts';

/** Words before a number that say how it is meant, by what they say. */
const qualifiers: Readonly<Record<Qualifier, readonly string[]>> = {
  about: wordList('about, around, some, roughly, approximately, an estimated, circa, ca., ~'),
  'at least': wordList('at least, no fewer than, no less than, a minimum of'),
  'more than': wordList('more than, over, above, upwards of, greater than, exceeding'),
  nearly: wordList('nearly, almost, close to, just under, just short of'),
  'less than': wordList('less than, fewer than, under, below, not quite'),
  'at most': wordList('at most, up to, no more than, a maximum of'),
};

/**
 * How English writes numerals. What has a form of its own comes first; then names, which would pass for years and counts;
 * counts come last, since all else would pass for them.
 */
export const english: NumeralGrammar = {
  mask: maskNumberWords,
  openings: [...dateOpenings, ...amountOpenings, ...fractionAndOrdinalOpenings, ...countOpenings, '[IVX]{2,}'],
  rules: [...dates, ...names, ...years, ...amounts, ...fractionsAndOrdinals, ...counts],
  references: ['figure', 'fig.', 'table'],
  qualifiers,
};
