import { expect, test } from 'vitest';
import { numberCell } from '../../scripts/press/data/number-cell.ts';
import { quotientOf } from '../../scripts/press/data/rational.ts';
import type { Cell } from '../../scripts/press/data/table.ts';
import { type CellStyle, formatCell } from '../../scripts/press/facts/format-cell.ts';
import { englishWording } from './sample-facts.ts';

const date = (iso: string): Cell => ({ kind: 'date', iso });
const words = (text: string): Cell => ({ kind: 'text', text });
const number = (decimal: string): Cell => ({ kind: 'number', decimal });

function formatted(value: Cell | string, style: Partial<CellStyle>, language = 'en') {
  const cell = typeof value === 'string' ? number(value) : value;
  const whole = { format: 'number', decimals: undefined, unit: undefined, qualifier: undefined, ...style } as const;
  const outcome = formatCell(cell, whole, { ...englishWording(), language });
  return outcome.kind === 'text' ? outcome.text : `${outcome.rule}: ${outcome.message}`;
}

test.each<[string, Partial<CellStyle>, string]>([
  ['1277', { format: 'number' }, '1,277'],
  ['-0.5', { format: 'number' }, '−0.5'],
  [
    '12345678901234567890123456789012345.678',
    { format: 'number' },
    '12,345,678,901,234,567,890,123,456,789,012,345.678',
  ],
  ['8.345', { format: 'number', decimals: 1 }, '8.3'],
  ['1.005', { format: 'number', decimals: 2 }, '1.01'],
  ['2.5', { format: 'number', decimals: 0 }, '3'],
  ['-2.5', { format: 'number', decimals: 0 }, '−3'],
  ['-0.4', { format: 'number', decimals: 0 }, '0'],
  ['7', { format: 'number', decimals: 2 }, '7.00'],
  ['16560000', { format: 'currency', unit: 'usd' }, '$16.56 million'],
  ['146000000', { format: 'currency', unit: 'usd' }, '$146 million'],
  ['16500000', { format: 'currency', unit: 'usd' }, '$16.5 million'],
  ['16500000', { format: 'currency', unit: 'usd', decimals: 2 }, '$16.50 million'],
  ['140388042', { format: 'currency', unit: 'usd', decimals: 1 }, '$140.4 million'],
  ['999999999', { format: 'currency', unit: 'usd' }, '$1 billion'],
  ['2000000000', { format: 'currency', unit: 'usd', qualifier: 'more than' }, 'more than $2 billion'],
  ['-5000000', { format: 'currency', unit: 'usd' }, '−$5 million'],
  ['3500000', { format: 'currency', unit: 'eur' }, '€3.5 million'],
  ['16560', { format: 'currency', unit: 'usd' }, '$16,560'],
  ['12.5', { format: 'currency', unit: 'usd' }, '$12.50'],
  ['16560000', { format: 'currency-short', unit: 'usd' }, '$16.56M'],
  ['2000000000', { format: 'currency-short', unit: 'usd' }, '$2B'],
  ['4500000', { format: 'number-long' }, '4.5 million'],
  ['824000', { format: 'number-long', decimals: 1 }, '824,000'],
  ['16560000', { format: 'currency-full', unit: 'usd' }, '$16,560,000'],
  ['16560000.5', { format: 'currency-full', unit: 'usd' }, '$16,560,000.50'],
  ['54', { format: 'percent', unit: 'percent' }, '54%'],
  ['8.3', { format: 'percent' }, '8.3%'],
  ['24.46', { format: 'percent', decimals: 0 }, '24%'],
  ['118.664', { format: 'percent', decimals: 1, qualifier: 'nearly' }, 'nearly 118.7%'],
  ['9', { format: 'times' }, 'nine times'],
  ['8.8', { format: 'times' }, '8.8 times'],
  ['8.816', { format: 'times', decimals: 0 }, 'nine times'],
  ['8.97', { format: 'times' }, 'nine times'],
  ['1', { format: 'times' }, 'one time'],
  ['9', { format: 'times', decimals: 1 }, '9.0 times'],
  ['13', { format: 'times' }, '13 times'],
  ['1277', { format: 'times' }, '1,277 times'],
  ['2021', { format: 'year' }, '2021'],
  ['2021', { format: 'date' }, '2021'],
  ['3', { format: 'ordinal' }, 'third'],
  ['10', { format: 'ordinal' }, 'tenth'],
  ['11', { format: 'ordinal' }, '11th'],
  ['21', { format: 'ordinal' }, '21st'],
  ['102', { format: 'ordinal' }, '102nd'],
  ['1013', { format: 'ordinal' }, '1,013th'],
  ['1277', { format: 'text' }, '1277'],
])('%s as %j is %s', (decimal, style, text) => {
  expect(formatted(decimal, style)).toBe(text);
});

test.each<[Cell, CellStyle['format'], string]>([
  [date('2021-05-24'), 'date', 'May 24, 2021'],
  [words('2021-05-24'), 'date', 'May 24, 2021'],
  [words('2021-05'), 'date', 'May 2021'],
  [words('2021'), 'date', '2021'],
  [date('2021-05-24'), 'year', '2021'],
  [words('2021-05'), 'year', '2021'],
  [words('Bamako'), 'text', 'Bamako'],
])('%j as %s is %s', (cell, format, text) => {
  expect(formatted(cell, { format })).toBe(text);
});

test('other languages have their own marks, currency signs and order', () => {
  const plain = (text: string) => text.replace(/\s/g, ' ');
  expect(plain(formatted('16560000', { format: 'currency', unit: 'usd' }, 'fr'))).toBe('16,56 millions $US');
  expect(plain(formatted('8.3', { format: 'percent' }, 'fr'))).toBe('8,3 %');
  expect(formatted(date('2021-05-24'), { format: 'date' }, 'fr')).toBe('24 mai 2021');
});

test.each<[Cell | string, Partial<CellStyle>, string]>([
  [words('1277'), { format: 'number' }, 'the format "number" wants a number, and the value is the text "1277"'],
  [{ kind: 'missing' }, { format: 'number' }, 'the format "number" wants a number, and the value is missing'],
  [date('2021-05-24'), { format: 'percent' }, 'the format "percent" wants a number, and the value is 2021-05-24'],
  [
    words('2022-Q1'),
    { format: 'date' },
    'the format "date" wants a date such as 2021, 2021-05 or 2021-05-24, and the value is the text "2022-Q1"',
  ],
  [
    words('2021-02-29'),
    { format: 'date' },
    'the format "date" wants a date such as 2021, 2021-05 or 2021-05-24, and the value is the text "2021-02-29"',
  ],
  ['0', { format: 'ordinal' }, 'the format "ordinal" wants a whole number above 0, and the value is 0'],
  ['1.5', { format: 'ordinal' }, 'the format "ordinal" wants a whole number above 0, and the value is 1.5'],
  ['1.5', { format: 'year' }, 'the format "year" wants a year such as 2021, or a date, and the value is 1.5'],
  [
    { kind: 'boolean', truth: true },
    { format: 'text' },
    'the format "text" wants text, a number or a date, and the value is true',
  ],
  ['5', { format: 'currency', unit: 'people' }, 'the format "currency" cannot show the unit "people"'],
  ['5', { format: 'currency', unit: 'percent' }, 'the format "currency" cannot show the unit "percent"'],
  ['5', { format: 'percent', unit: 'usd' }, 'the format "percent" cannot show the unit "usd"'],
  ['5', { format: 'times', unit: 'percent' }, 'the format "times" cannot show the unit "percent"'],
  ['5', { format: 'percent', unit: 'times' }, 'the format "percent" cannot show the unit "times"'],
  ['5', { format: 'year', unit: 'times' }, 'the format "year" cannot show the unit "times"'],
  ['5', { format: 'multiple', unit: 'usd' }, 'the format "multiple" cannot show the unit "usd"'],
  ['5', { format: 'growth', unit: 'people' }, 'the format "growth" cannot show the unit "people"'],
  ['5', { format: 'fraction', unit: 'usd' }, 'the format "fraction" cannot show the unit "usd"'],
  ['5', { format: 'range' }, 'the format "range" wants two values, its lower and its upper end, and the value is 5'],
])('%j as %j is told to be unfit', (value, style, message) => {
  expect(formatted(value, style)).toBe(`fact-value: ${message}`);
});

test.each([
  ['times-other', '5', { format: 'times' }],
  ['number-5', '5', { format: 'times' }],
  ['ordinal-5', '5', { format: 'ordinal' }],
  ['qualifier-at-least', '5', { format: 'number', qualifier: 'at least' }],
] as const)('without the label "%s" the file that lacks it is named', (label, value, style) => {
  const cell = number(value);
  const whole = { decimals: undefined, unit: undefined, qualifier: undefined, ...style };
  expect(formatCell(cell, whole, englishWording([label]))).toMatchObject({
    rule: 'label-missing',
    message: `content/labels/en.yaml has no label "${label}"`,
  });
});

test.each<[bigint, bigint, Partial<CellStyle>, string]>([
  [2n, 3n, { format: 'number', decimals: 2 }, '0.67'],
  [-2n, 3n, { format: 'number', decimals: 0 }, '−1'],
  [1n, 3n, { format: 'percent' }, '0.3%'],
  [1n, 6n, { format: 'number', decimals: 1 }, '0.2'],
  [44n, 9n, { format: 'times' }, '4.9 times'],
  [53n, 6n, { format: 'times', decimals: 0 }, 'nine times'],
  [10n ** 22n, 3n, { format: 'currency-full', unit: 'usd' }, '$3,333,333,333,333,333,333,333.33'],
  [5n * 10n ** 24n + 1n, 10n ** 18n * 3n, { format: 'currency', unit: 'usd' }, '$1.67 million'],
  // A hair under a half, and a half: what a binary fraction cannot tell apart.
  [10n ** 25n - 1n, 2n * 10n ** 25n, { format: 'number', decimals: 0 }, '0'],
  [10n ** 25n, 2n * 10n ** 25n, { format: 'number', decimals: 0 }, '1'],
])('%s / %s as %j is %s: a quotient is rounded once', (dividend, divisor, style, text) => {
  expect(formatted(numberCell(quotientOf(dividend, divisor)), style)).toBe(text);
});

test('any quotient is rounded half away from zero, as whole numbers tell', () => {
  let seed = 7n;
  const random = (below: bigint): bigint => {
    seed = (seed * 6_364_136_223_846_793_005n + 1_442_695_040_888_963_407n) % 2n ** 64n;
    return (seed >> 11n) % below;
  };
  for (let round = 0; round < 500; round++) {
    const places = Number(random(7n));
    const divisor = random(10n ** (1n + random(18n))) + 1n;
    // Every other one is an exact half of the last place.
    const dividend = round % 2 ? random(10n ** 20n) : divisor * (2n * random(10n ** 9n) + 1n);
    const over = round % 2 ? divisor : divisor * 2n * 10n ** BigInt(places);
    const expected = (2n * dividend * 10n ** BigInt(places) + over) / (2n * over);
    const text = formatted(numberCell(quotientOf(dividend, over)), { format: 'number', decimals: places });
    expect(text.replace(/[,.]/g, ''), `${dividend} / ${over} to ${places}`).toBe(
      String(expected).padStart(places + 1, '0'),
    );
  }
});

test.each(['number', 'text', 'number-long'] as const)(
  'a number without a last digit is not printed as %s unless it says where it is rounded',
  (format) => {
    const third = numberCell(quotientOf(1n, 3n));
    expect(formatted(third, { format })).toBe(
      `fact-value: the value is 0.3333…, which does not end, and the format "${format}" prints every digit`,
    );
  },
);
