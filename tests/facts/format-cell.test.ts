import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Cell } from '../../scripts/press/data/table.ts';
import { type CellStyle, formatCell } from '../../scripts/press/facts/format-cell.ts';

const labels = {
  value: parse(readFileSync('content/labels/en.yaml', 'utf8')) as Record<string, string>,
  at: () => ({ file: 'content/labels/en.yaml', line: 1, column: 1 }),
};

function formatted(value: string, style: Partial<CellStyle> & Pick<CellStyle, 'format'>): string {
  const cell: Cell = /^-?[\d.]+$/.test(value) ? { kind: 'number', decimal: value } : { kind: 'text', text: value };
  const whole = { decimals: undefined, unit: undefined, qualifier: undefined, ...style };
  const outcome = formatCell(cell, whole, { language: 'en', labels });
  return outcome.kind === 'text' ? outcome.text.replaceAll('\u00a0', ' ') : `${outcome.rule}: ${outcome.message}`;
}

const usd = { unit: 'usd' } as const;

test.each([
  ['1277', { format: 'number' }, '1,277'],
  ['12345678901234567890123456789', { format: 'number' }, '12,345,678,901,234,567,890,123,456,789'],
  ['16560000', { format: 'currency', ...usd }, '$16.56 million'],
  ['146000000', { format: 'currency', ...usd }, '$146 million'],
  ['2000000000', { format: 'currency', qualifier: 'more than', ...usd }, 'more than $2 billion'],
  ['16560000', { format: 'currency-short', ...usd }, '$16.56M'],
  ['16560000', { format: 'currency-full', ...usd }, '$16,560,000'],
  ['118.7', { format: 'percent', decimals: 1 }, '118.7%'],
  ['54', { format: 'percent' }, '54%'],
  ['9', { format: 'times' }, 'nine times'],
  ['8.8', { format: 'times' }, '8.8 times'],
  ['2.5', { format: 'number', decimals: 0 }, '3'],
  ['2021-05-24', { format: 'date' }, 'May 24, 2021'],
  ['2021-05', { format: 'date' }, 'May 2021'],
  ['2021', { format: 'year' }, '2021'],
  ['3', { format: 'ordinal' }, 'third'],
  ['Gao', { format: 'text' }, 'Gao'],
] as const)('%s as %j is %s', (value, style, expected) => {
  expect(formatted(value, style)).toBe(expected);
});

test.each([
  ['many', { format: 'number' }],
  ['2021-13-01', { format: 'date' }],
  ['11', { format: 'ordinal' }],
  ['5', { format: 'percent', unit: 'usd' }],
] as const)('%s as %j is refused with both named', (value, style) => {
  expect(formatted(value, style)).toMatch(/^fact-value: .*/);
});

test('a digit at the end of a long decimal is not lost to a binary fraction', () => {
  expect(formatted('9007199254740993.1', { format: 'number' })).toBe('9,007,199,254,740,993.1');
});
