import { readDigits } from '../read-digits.ts';
import type { Rule } from '../rule.ts';
import {
  amount,
  anyOf,
  dash,
  digits,
  end,
  exactly,
  glyph,
  inWords,
  minus,
  oneInWords,
  scaleAfter,
  scaleAttached,
  scaleInWords,
  start,
} from './pieces.ts';
import { readAmount } from './read-amount.ts';
import { readRange } from './read-range.ts';
import { countedNouns, measures, scales } from './words.ts';

const many = anyOf(['tens', 'dozens', 'scores', 'hundreds', 'thousands', 'millions', 'billions']);
const ownScale = `(?:(?i:dozen)|${scaleInWords})${end}`;
const readText: Rule['read'] = ({ text }) => ({ values: [readAmount(text)] });

/** Counts and measures. */
export const counts: readonly Rule[] = [
  // hundreds of thousands of people: a numeral without a value
  {
    kind: 'number',
    pattern: String.raw`${many}(?:(?:\s+of\s+${many})+${end}|${end}(?=\s+(?:of|more)${end}))`,
  },
  // a dozen, half a million, two dozen
  {
    kind: 'number',
    pattern: String.raw`(?<=(?<lead>${start}(?<article>(?i:(?<!half[\s-])an?|a\s+half))(?:\s+|-)))${ownScale}`,
    read: ({ text, groups: { article = '' } }) => ({ values: [readAmount(`${article} ${text}`)] }),
  },
  {
    kind: 'number',
    pattern: String.raw`(?:(?i:half)(?:\s+an?\s+|\s+|-)${ownScale}|${inWords}\s+(?i:dozen)${end})`,
    read: readText,
  },
  // 7–7.5 million, five–ten, 5 to 10 million
  {
    kind: 'number',
    pattern: String.raw`(?<low>${digits}(?:${scaleAfter}|${scaleAttached})?)${dash}(?<high>${digits}(?:${scaleAfter}|${scaleAttached})?)(?![\d%]|-\d)`,
    read: ({ groups }) => readRange(groups),
  },
  {
    kind: 'number',
    pattern: String.raw`(?<low>${inWords})\s?–\s?(?<high>${amount})`,
    read: ({ groups }) => readRange(groups),
  },
  {
    kind: 'number',
    pattern: String.raw`(?<low>${digits}|${inWords})\s+to\s+(?<high>(?:${digits}|${inWords})${scaleAfter})`,
    read: ({ groups }) => readRange(groups),
  },
  // 1e6
  {
    kind: 'number',
    pattern: String.raw`(?<of>\d+(?:\.\d+)?)e\+?(?<power>\d{1,3})${end}`,
    read: ({ groups: { of = '', power } }) => ({ values: [readDigits(of, Number(power))] }),
  },
  {
    kind: 'number',
    pattern: String.raw`${minus}(?:${digits}(?:${scaleAfter}|${scaleAttached}(?!\/)|(?=${exactly(measures)}${end})|${glyph})?|${glyph})`,
    read: readText,
  },
  { kind: 'number', pattern: String.raw`${oneInWords}(?=(?:\s+|-)${anyOf(countedNouns)}${end})`, read: readText },
  // "One" else is a pronoun or an article, and a number with a word after its hyphen makes another word: "two-way".
  { kind: 'none', pattern: oneInWords },
  { kind: 'none', pattern: `${inWords}-(?!${anyOf([...countedNouns, 'day'])}s?${end})[a-z]+` },
  { kind: 'number', pattern: inWords, read: readText },
];

/** Words by which counts begin. */
export const countOpenings: readonly string[] = [
  inWords,
  many,
  anyOf(['dozen', 'hundred', ...Object.keys(scales)]),
  glyph,
];
