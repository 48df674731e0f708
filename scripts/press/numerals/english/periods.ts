import type { Rule } from '../rule.ts';
import { anyOf, dash, end } from './pieces.ts';

/** A year as it is written out. */
export const year = String.raw`(?:1[4-9]|20)\d{2}`;
/** What may not follow a year, or it is another number. */
export const yearEnd = String.raw`(?!\w|[.,]\d|\s?%|[–-]\d)`;

const fiscal = String.raw`(?:(?i:fiscal\s+years?)(?:\s*\(FYs?\))?|FYs?)`;
const nth = anyOf(['first', 'second', 'third', 'fourth', 'last', 'final', '1st', '2nd', '3rd', '4th']);
const someYear = String.raw`(?:${year}|\d{2})${end}`;

/** Quarters, halves and fiscal years. They have no value: nothing is counted in them. */
export const periods: readonly Rule[] = [
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
];

/** Words by which fiscal years begin. */
export const periodOpenings: readonly string[] = ['(?i:fiscal)', 'FYs?', '(?i:last|final)'];
