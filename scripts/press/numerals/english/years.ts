import type { Rule } from '../rule.ts';
import { year, yearEnd } from './periods.ts';
import { dash, end, exactly } from './pieces.ts';
import { measures } from './words.ts';

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
