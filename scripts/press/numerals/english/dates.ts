import type { Reading } from '../numeral.ts';
import type { Groups, Rule } from '../rule.ts';
import { year, yearEnd } from './periods.ts';
import { dash, end, exactly } from './pieces.ts';
import { months, shortMonths } from './words.ts';

const month = String.raw`(?:${exactly(Object.keys(months))}${end}|${exactly(Object.keys(shortMonths))}${end}\.?)`;
const day = String.raw`(?:3[01]|[12]\d|0?[1-9])`;
const days = `(?<day>${day})(?:st|nd|rd|th)?${end}(?:${dash}(?<last>${day})(?:st|nd|rd|th)?${end})?`;

/** Days, months with their year, and times of day. */
export const dates: readonly Rule[] = [
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

/** Words by which dates begin. */
export const dateOpenings: readonly string[] = [month];

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
