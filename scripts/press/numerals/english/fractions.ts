import type { Reading } from '../numeral.ts';
import type { Rule } from '../rule.ts';
import { anyOf, end, inWords, oneInWords, part, start, threeQuarters } from './pieces.ts';
import { readAmount } from './read-amount.ts';
import { parts, scales } from './words.ts';

const few = String.raw`(?:\d{1,3}|${inWords})`;
/** What follows a part: "a third of", "fell by a third."; a third country is a place in an order. */
const ofWhole = String.raw`(?=\s+(?:of|as|more|less|fewer|higher|lower|larger|smaller|in)${end}|\s*[.,;:)]|\s*$)`;
const half = `(?i:half)${end}`;
const large = anyOf(['dozen', 'hundred', ...Object.keys(scales)]);

/** Parts of a whole, and proportions. */
export const fractions: readonly Rule[] = [
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
    read: ({ groups: { of = '', part: name = '' } }) => ratio(wholeOf(of), parts[name.toLowerCase()]),
  },
  { kind: 'fraction', pattern: threeQuarters, read: () => ratio(3, 4) },
  // one-fifth, a third of
  {
    kind: 'fraction',
    pattern: String.raw`${oneInWords}(?:-(?<near>${part})${end}|\s+(?<far>${part})${end}${ofWhole})`,
    read: ({ groups: { near, far } }) => ratio(1, parts[(near ?? far ?? '').toLowerCase()]),
  },
  {
    kind: 'fraction',
    pattern: String.raw`(?<=(?<lead>${start}(?i:an?)\s+))${part}${end}${ofWhole}`,
    read: ({ text }) => ratio(1, parts[text.toLowerCase()]),
  },
  // Half of it; half an hour; not half-hearted, and half a million is a count.
  { kind: 'none', pattern: `(?i:half)-(?!${large}${end})[a-z]+` },
  {
    kind: 'fraction',
    pattern: String.raw`(?<=(?<lead>${start}(?i:an?)(?:\s+|-)))${half}(?![\s-]+${large}${end})`,
    read: () => ratio(1, 2),
  },
  {
    kind: 'fraction',
    pattern: String.raw`(?:${oneInWords}(?:\s+|-))?${half}(?!(?:\s+an?)?[\s-]+${large}${end})`,
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
];

/** Words by which fractions begin. */
export const fractionOpenings: readonly string[] = [
  anyOf(['half', 'halved', 'halving', 'halves']),
  part,
  threeQuarters,
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
