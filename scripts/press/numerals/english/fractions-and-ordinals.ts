import type { Rule } from '../grammar.ts';
import { type Reading, readDigits } from '../numeral.ts';
import { readAmount } from './amounts.ts';
import {
  anyOf,
  end,
  inWords,
  largeInWords,
  oneInWords,
  ordinalWords,
  start,
  tenWords,
  threeQuarters,
} from './number-words.ts';

/** Names of the parts that a whole is divided into. */
const partWords: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  quarter: 4,
  third: 3,
  fourth: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
  twelfth: 12,
  sixteenth: 16,
  twentieth: 20,
  hundredth: 100,
  thousandth: 1000,
};
const part = anyOf(Object.keys(partWords).filter((word) => !word.startsWith('hal')));

const few = String.raw`(?:\d{1,3}|${inWords})`;
/** What follows a part: "a third of", "fell by a third."; a third country is a place in an order. */
const ofWhole = String.raw`(?=\s+(?:of|as|more|less|fewer|higher|lower|larger|smaller|in)${end}|\s*[.,;:)]|\s*$)`;
const half = `(?i:half)${end}`;

const tensInWords = anyOf(Object.keys(tenWords));
const simple = anyOf(Object.keys(ordinalWords).filter((word) => word !== 'first' && word !== 'second'));
const unitOrdinals = anyOf(['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth', 'ninth']);

/** Words before "first" that make it an ordinal; elsewhere it is an adverb: "first install it". */
const determined = String.raw`(?<=${start}(?!(?i:let)['’])(?i:the|an?|its|his|her|their|our|my|your|this|that|each|every|these|those|of|in|for|as|on|one['’]s|[a-z]+['’]s?)\s+(?:(?i:very|next|last|past|other)\s+)?)`;

/**
 * Parts of a whole and proportions, then places in an order: both are said by ordinal words, "a third of it" and "the third".
 */
export const fractionsAndOrdinals: readonly Rule[] = [
  { kind: 'fraction', pattern: String.raw`(?i:halved|halves|halving)${end}(?!\s+of${end})`, read: () => ratio(1, 2) },
  // one in five, 3 out of 10
  {
    kind: 'fraction',
    pattern: String.raw`(?<of>${few})\s+(?i:in|out\s+of)\s+(?:(?i:every)\s+)?(?<all>${few})(?!\w|\s*[-–%,.]?\d)`,
    read: ({ groups: { of = '', all = '' } }) => ratio(wholeOf(of), wholeOf(all)),
  },
  // two thirds; of quarters only three are a fraction, for two quarters may be half a year
  {
    kind: 'fraction',
    pattern: String.raw`(?<of>${inWords})(?:\s+|-)(?!(?i:quarter))(?<part>${part})s${end}`,
    read: ({ groups: { of = '', part: name = '' } }) => ratio(wholeOf(of), partWords[name.toLowerCase()]),
  },
  { kind: 'fraction', pattern: threeQuarters, read: () => ratio(3, 4) },
  // one-fifth, a third of
  {
    kind: 'fraction',
    pattern: String.raw`${oneInWords}(?:-(?<near>${part})${end}|\s+(?<far>${part})${end}${ofWhole})`,
    read: ({ groups: { near, far } }) => ratio(1, partWords[(near ?? far ?? '').toLowerCase()]),
  },
  {
    kind: 'fraction',
    pattern: String.raw`(?<=(?<lead>${start}(?i:an?)\s+))${part}${end}${ofWhole}`,
    read: ({ text }) => ratio(1, partWords[text.toLowerCase()]),
  },
  // Half of it; half an hour; not half-hearted, and half a million is a count.
  { kind: 'none', pattern: `(?i:half)-(?!${largeInWords}${end})[a-z]+` },
  {
    kind: 'fraction',
    pattern: String.raw`(?<=(?<lead>${start}(?i:an?)(?:\s+|-)))${half}(?![\s-]+${largeInWords}${end})`,
    read: () => ratio(1, 2),
  },
  {
    kind: 'fraction',
    pattern: String.raw`(?:${oneInWords}(?:\s+|-))?${half}(?!(?:\s+an?)?[\s-]+${largeInWords}${end})`,
    read: () => ratio(1, 2),
  },
  // 1/2, 3:1, 4.5:1
  {
    kind: 'fraction',
    pattern: String.raw`(?<!\/)(?<of>\d{1,2})\/(?<all>\d{1,3})(?:rds?|ths?)?${end}(?!\/)`,
    read: ({ groups: { of, all } }) => ratio(Number(of), Number(all)),
  },
  {
    kind: 'fraction',
    pattern: String.raw`(?<one>\d+(?:\.\d+)?):(?<other>\d+(?:\.\d+)?)[kmM]?${end}(?!:)`,
    read: ({ text, groups: { one = '', other = '' } }) => (/\d$/.test(text) ? proportion(one, other) : { values: [] }),
  },
  {
    kind: 'ordinal',
    pattern: String.raw`(?<number>\d{1,3}(?:,\d{3})*|\d+)(?:st|nd|rd|th)${end}`,
    read: ({ groups: { number = '' } }) => place(Number(number.replaceAll(',', ''))),
  },
  {
    kind: 'ordinal',
    pattern: `(?<ten>${tensInWords})-(?<unit>${unitOrdinals})${end}`,
    read: ({ groups: { ten = '', unit = '' } }) =>
      place((tenWords[ten.toLowerCase()] ?? 0) + (ordinalWords[unit.toLowerCase()] ?? 0)),
  },
  // Of all, hand, party and the like make other words of them; "a second" may be of time.
  {
    kind: 'none',
    pattern: String.raw`(?i:first|second|third)(?:-(?!(?i:quarter|half|year|highest|largest|longest|most|lowest|best)${end})[a-z]+|\s+(?i:of\s+all|party|parties|person|name|names|hand|lady|class)${end})`,
  },
  { kind: 'none', pattern: String.raw`(?i:second\s+by\s+second)${end}` },
  { kind: 'none', pattern: String.raw`(?<=${start}(?i:at|per|split)\s+|\/\s?|\d\s?)(?i:first|second)${end}` },
  {
    kind: 'none',
    pattern: String.raw`(?<=${start}(?i:an?|each|every|one|half)(?:\s+|-))(?i:second)${end}(?=\s*(?:[.,;:)!?]|$)|\s+(?i:or|and|to|of|after|before|later|for|in|on|is|was|per|by|when|if|with|long)${end})`,
  },
  { kind: 'none', pattern: String.raw`(?i:second|third|fourth|fifth)(?=,\s)(?<=(?:^|[.!?;:]\s+)[a-z]+)` },
  { kind: 'ordinal', pattern: `${determined}(?i:first)${end}`, read: () => place(1) },
  {
    kind: 'ordinal',
    pattern: String.raw`(?i:first)(?=\s+(?:(?:and|or|to)\s+(?i:second|last|third)${end}|${inWords}|\d))`,
    read: () => place(1),
  },
  { kind: 'none', pattern: `(?i:first)${end}` },
  { kind: 'ordinal', pattern: `(?i:second)${end}`, read: () => place(2) },
  { kind: 'ordinal', pattern: `${simple}${end}`, read: ({ text }) => place(ordinalWords[text.toLowerCase()] ?? 0) },
];

/** Words by which fractions and ordinals begin. */
export const fractionAndOrdinalOpenings: readonly string[] = [
  anyOf(['half', 'halved', 'halving', 'halves']),
  part,
  threeQuarters,
  anyOf(Object.keys(ordinalWords)),
  `${tensInWords}-${unitOrdinals}`,
];

function wholeOf(words: string): number {
  return Number(readAmount(words).decimal);
}

function ratio(numerator: number, denominator: number | undefined): Reading {
  if (!Number.isInteger(numerator) || !denominator) return { values: [] };
  return { values: [{ kind: 'ratio', numerator: BigInt(numerator), denominator: BigInt(denominator) }] };
}

/** Whole numbers in the same proportion as two decimals. */
function proportion(one: string, other: string): Reading {
  const places = Math.max(...[one, other].map((text) => text.split('.')[1]?.length ?? 0));
  return ratio(Math.round(Number(one) * 10 ** places), Math.round(Number(other) * 10 ** places));
}

function place(nth: number): Reading {
  return { values: [readDigits(String(nth))] };
}
