import type { Groups, Rule } from '../grammar.ts';
import type { Reading } from '../numeral.ts';
import { anyOf, countedFrom, dash, end, exactly, measures } from './number-words.ts';

/** A year as it is written out. */
export const year = String.raw`(?:1[4-9]|20)\d{2}`;
/** What may not follow a year, or it is another number. */
const yearEnd = String.raw`(?!\w|[.,]\d|\s?%|[–-]\d)`;

const fiscal = String.raw`(?:(?i:fiscal\s+years?)(?:\s*\(FYs?\))?|FYs?)`;
const nth = anyOf(['first', 'second', 'third', 'fourth', 'last', 'final', '1st', '2nd', '3rd', '4th']);
const someYear = String.raw`(?:${year}|\d{2})${end}`;

/** Months as they are written in full, with their numbers. */
const months = countedFrom(
  1,
  `January, February, March, April, May, June, July, August, September, October, November, December`,
);

/** Months cut short; they may end in a full stop. */
const shortMonths: Readonly<Record<string, number>> = {
  Jan: 1,
  Feb: 2,
  Mar: 3,
  Apr: 4,
  Jun: 6,
  Jul: 7,
  Aug: 8,
  Sept: 9,
  Sep: 9,
  Oct: 10,
  Nov: 11,
  Dec: 12,
};

const month = String.raw`(?:${exactly(Object.keys(months))}${end}|${exactly(Object.keys(shortMonths))}${end}\.?)`;
const day = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const days = `(?<day>${day})(?:st|nd|rd|th)?${end}(?:${dash}(?<last>${day})(?:st|nd|rd|th)?${end})?`;

/**
 * Quarters, halves and fiscal years, then days, months with their year, and times of day. Periods have no value: nothing is
 * counted in them.
 */
export const dates: readonly Rule[] = [
  // 2021-H1, Q1 2022, 2022-Q1, Q1–Q2
  {
    kind: 'date',
    pattern: [
      `${year}-?[QH][1-4]${end}`,
      String.raw`[QH][1-4](?:${dash}[QH][1-4])?(?:\s|-)(?:FY\s?)?${year}${end}`,
      `(?:H[12]|Q[1-4])${dash}[QH][1-4]${end}`,
      `Q[1-4]${end}`,
    ].join('|'),
  },
  // the first quarter of 2022, the second half
  {
    kind: 'date',
    pattern: String.raw`${nth}\s+(?i:quarter|half)${end}(?:\s+(?i:of)\s+(?:(?i:the\s+year)${end}|(?:${fiscal}\s*)?${year}${yearEnd}))?`,
  },
  // FY 2020, fiscal years 2016 to 2020, FY2017–2018
  {
    kind: 'date',
    pattern: String.raw`${fiscal}\s*${someYear}(?:(?:${dash}|\s+(?i:to|through|and)\s+|\/)${someYear})?`,
  },
  // 2021-05-24T10:00Z, 2021-05-24, 2021-05
  {
    kind: 'date',
    pattern: String.raw`(?<year>${year})-(?<month>0[1-9]|1[0-2])(?:-(?<day>0[1-9]|[12]\d|3[01])(?:T[\d:.]+Z?)?)?${end}(?!-)`,
    read: dateOf,
  },
  { kind: 'date', pattern: String.raw`${day}[\/.]${day}[\/.](?:${year}|\d{2})${end}(?!\.\d)` },
  // May 24, 2021; May 24–27; May 24th
  {
    kind: 'date',
    pattern: String.raw`(?<month>${month})\s+${days}(?!\s*%)(?:,?\s+(?<year>${year})${yearEnd})?`,
    read: dateOf,
  },
  // 24 May 2021; 24–27 May; 24th of May
  {
    kind: 'date',
    pattern: String.raw`${days}(?:\s+of)?\s+(?<month>${month})(?:,?\s+(?<year>${year})${yearEnd})?`,
    read: dateOf,
  },
  // May 2021; October–December 2021
  {
    kind: 'date',
    pattern: String.raw`(?:(?<first>${month})(?:${dash}|\/))?(?<month>${month})(?:\s+of)?,?\s+(?<year>${year})${yearEnd}`,
    read: dateOf,
  },
  // 10:30, 14:30:00, 5 p.m.
  {
    kind: 'date',
    pattern: String.raw`(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?:\s?[ap]\.?m${end}\.?|(?!\w))(?!:\d)|(?:1[0-2]|0?[1-9])\s?(?:[ap]m|[ap]\.m\.)${end}`,
  },
];

/** Words by which dates and periods begin. */
export const dateOpenings: readonly string[] = [month, '(?i:fiscal)', 'FYs?', '(?i:last|final)'];

/** Years on their own; tried after names, since section 1983 is no year. */
export const years: readonly Rule[] = [
  { kind: 'date', pattern: String.raw`\d{3}0s${end}|(?<=(?<lead>['’]))\d0s${end}` },
  // 2014–2018, 2014–18, 2021/22
  {
    kind: 'date',
    pattern: String.raw`(?<from>${year})(?:${dash}|\/)(?<to>${year}|\d{2})${yearEnd}`,
    read: ({ groups: { from = '', to = '' } }) => ({
      values: [from, `${from.slice(0, 4 - to.length)}${to}`].map((iso) => ({ kind: 'date', iso })),
    }),
  },
  // 2021, but not 2048 bytes
  {
    kind: 'date',
    pattern: String.raw`${year}${yearEnd}(?!\s+${exactly(measures)}${end})`,
    read: ({ text }) => ({ values: [{ kind: 'date', iso: text }] }),
  },
];

/** The date of one day, month or year; none where two are meant or the year is not said. */
function dateOf({ groups }: { readonly groups: Groups }): Reading {
  const { year: inYear, month: name, day: dayText, last, first } = groups;
  if (inYear === undefined || last !== undefined || first !== undefined) return { values: [] };
  const numbers = [name === undefined ? undefined : numberOf(name), dayText];
  const parts = numbers.flatMap((part) => (part === undefined ? [] : [String(part).padStart(2, '0')]));
  return { values: [{ kind: 'date', iso: [inYear, ...parts].join('-') }] };
}

function numberOf(month: string): number {
  return months[month] ?? shortMonths[month.replace('.', '')] ?? Number(month);
}
