import type { Reading } from '../numeral.ts';
import type { Rule } from '../rule.ts';
import { amount, anyOf, dash, digits, end, exactly, minus, scaleAfter, scaleOfMoney, start } from './pieces.ts';
import { readRange } from './read-range.ts';
import { currencyNames, currencySigns } from './words.ts';

const sign = exactly(Object.keys(currencySigns));
const named = String.raw`(?:(?:US|U\.S\.)\s+)?${anyOf(Object.keys(currencyNames))}s?${end}`;
const code = '(?:USD|EUR|GBP|NGN|ETB|XOF|JPY|CAD|AUD)';
const sum = `${digits}(?:${scaleAfter}|${scaleOfMoney})?`;
const percent = String.raw`(?:\s?%|(?:\s+|-)(?i:percent(?:age)?(?:[\s-]+points?)?|per\s+cent|pct)${end})`;
const to = String.raw`(?:${dash}|\s+to\s+)`;

/** Sums of money and percentages. */
export const amounts: readonly Rule[] = [
  // $16.56 million, US$5–10bn
  {
    kind: 'money',
    pattern: String.raw`[-−]?(?<sign>${sign})\s?(?<low>${sum})(?:${to}(?:${sign})?\s?(?<high>${sum}))?`,
    read: ({ groups }) => ({ ...readRange(groups), currency: currencySigns[groups.sign ?? ''] ?? 'usd' }),
  },
  // USD 5 million
  {
    kind: 'money',
    pattern: String.raw`(?<=(?<lead>${start}(?<code>${code})\s?))(?<low>${sum})(?:${to}(?<high>${sum}))?`,
    read: ({ groups }) => ({ ...readRange(groups), currency: (groups.code ?? 'usd').toLowerCase() }),
  },
  // five million dollars, 20 EUR
  {
    kind: 'money',
    pattern: String.raw`(?<low>${amount})(?:${to}(?<high>${amount}))?(?:\s+|-)(?:(?<code>${code})${end}|(?<name>${named}))`,
    read: ({ groups }) => ({ ...readRange(groups), currency: currencyOf(groups.code, groups.name) }),
  },
  // 54 %, fifty-four percent, 10–20%, 3 percentage points
  {
    kind: 'percent',
    pattern: `${minus}(?<low>${amount})(?:${percent}?${to}(?<high>${amount}))?${percent}`,
    read: ({ text, groups }) => signed(readRange(groups), text),
  },
];

function signed(reading: Reading, text: string): Reading {
  if (!/^[-−]/.test(text)) return reading;
  return {
    values: reading.values.map((value) =>
      value.kind === 'decimal' && value.decimal !== '0' ? { ...value, decimal: `-${value.decimal}` } : value,
    ),
  };
}

function currencyOf(code: string | undefined, name = ''): string {
  if (code !== undefined) return code.toLowerCase();
  const word = /[a-z]+$/i.exec(name)?.[0].toLowerCase() ?? '';
  return currencyNames[word] ?? currencyNames[word.replace(/s$/, '')] ?? 'usd';
}
