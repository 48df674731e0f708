import { expect, test } from 'vitest';
import { numberCell } from '../../scripts/press/data/number-cell.ts';
import { quotientOf, rationalOf } from '../../scripts/press/data/rational.ts';
import { formatCell } from '../../scripts/press/facts/format-cell.ts';
import { formatPhrase, type Phrase } from '../../scripts/press/facts/phrase.ts';
import { englishWording } from './sample-facts.ts';

/** A value as tests write it: "8.816" or "2/3". */
function phrased(written: string, phrase: Phrase, unit: string | undefined): string | undefined {
  const [dividend = '0', divisor] = written.split('/');
  const value = divisor === undefined ? rationalOf(dividend) : quotientOf(BigInt(dividend), BigInt(divisor));
  const outcome = formatPhrase(numberCell(value), phrase, unit, englishWording());
  return outcome?.kind === 'text' ? outcome.text : outcome?.message;
}

test.each<[Phrase, string, string, string]>([
  ['rose-or-fell', 'rose', 'fell', 'was unchanged'],
  ['rise-or-fall', 'rise', 'fall', 'no change'],
  ['higher-or-lower', 'higher', 'lower', 'the same'],
  ['more-or-fewer', 'more', 'fewer', 'as many'],
  ['more-or-fewer-than', 'more than', 'fewer than', 'as many as'],
  ['more-or-less-than', 'more than', 'less than', 'as much as'],
])(
  '%s is "%s", "%s" or "%s": of a difference and a percentage around 0, of a ratio around 1',
  (phrase, up, down, even) => {
    const values = ['0.001', '-0.001', '0'] as const;
    expect(values.map((value) => phrased(value, phrase, 'people'))).toEqual([up, down, even]);
    expect(values.map((value) => phrased(value, phrase, 'percent'))).toEqual([up, down, even]);
    expect(['1.001', '999/1000', '1'].map((value) => phrased(value, phrase, 'times'))).toEqual([up, down, even]);
  },
);

test.each([
  ['0', 'more than halved'],
  ['0.4999', 'more than halved'],
  ['0.5', 'halved'],
  ['0.5001', 'nearly halved'],
  ['0.525', 'nearly halved'],
  ['0.5251', 'fell'],
  ['0.999', 'fell'],
  ['1', 'was unchanged'],
  ['1.001', 'rose'],
  ['1.8999', 'rose'],
  ['1.9', 'nearly doubled'],
  ['1.9999', 'nearly doubled'],
  ['2', 'doubled'],
  ['2.0001', 'more than doubled'],
  ['2.8499', 'more than doubled'],
  ['2.85', 'nearly tripled'],
  ['3', 'tripled'],
  ['3.7', 'more than tripled'],
  ['3.8', 'nearly quadrupled'],
  ['4', 'quadrupled'],
  ['4.74', 'more than quadrupled'],
  ['4.75', 'rose nearly fivefold'],
  ['5', 'rose fivefold'],
  ['11.3', 'rose more than elevenfold'],
  ['12.5', 'rose nearly 13-fold'],
  ['1000.5', 'rose nearly 1,001-fold'],
])('growth: a ratio of %s is "%s"', (ratio, words) => {
  expect(phrased(ratio, 'growth', 'times')).toBe(words);
});

test.each([
  ['-50', 'halved'],
  ['-10', 'fell'],
  ['0', 'was unchanged'],
  ['118.7', 'more than doubled'],
  ['100', 'doubled'],
])('growth: a change of %s percent is "%s"', (percent, words) => {
  expect(phrased(percent, 'growth', 'percent')).toBe(words);
});

test.each([
  ['0', '0.0 times'],
  ['0.4', '0.4 times'],
  ['1', 'one time'],
  ['1.4', '1.4 times'],
  ['1.8999', '1.9 times'],
  ['1.9', 'nearly two times'],
  ['2', 'two times'],
  ['2.1', 'more than two times'],
  ['8.5499', 'more than eight times'],
  ['8.55', 'nearly nine times'],
  ['8.816', 'nearly nine times'],
  ['9', 'nine times'],
  ['9.01', 'more than nine times'],
  ['13.2', 'more than 13 times'],
  ['40/3', 'nearly 14 times'],
  ['1277.5', 'nearly 1,278 times'],
])('multiple: %s is "%s"', (ratio, words) => {
  expect(phrased(ratio, 'multiple', 'times')).toBe(words);
});

test.each([
  ['0', 'none'],
  ['0.0949', 'less than a tenth'],
  ['0.095', 'nearly a tenth'],
  ['0.1', 'a tenth'],
  ['0.15', 'more than a tenth'],
  ['0.19', 'nearly a fifth'],
  ['0.2', 'a fifth'],
  ['0.22', 'more than a fifth'],
  ['0.25', 'a quarter'],
  ['0.3333', 'nearly a third'],
  ['1/3', 'a third'],
  ['0.3334', 'more than a third'],
  ['0.38', 'nearly two fifths'],
  ['0.46', 'more than two fifths'],
  ['0.4749', 'more than two fifths'],
  ['0.475', 'nearly half'],
  ['0.5', 'half'],
  ['0.5003', 'more than half'],
  ['0.6', 'three fifths'],
  ['2/3', 'two thirds'],
  ['0.67', 'more than two thirds'],
  ['0.75', 'three quarters'],
  ['0.8', 'four fifths'],
  ['0.9', 'nine tenths'],
  ['0.94', 'more than nine tenths'],
  ['0.95', 'nearly all'],
  ['1', 'all'],
])('fraction: %s of a whole is "%s"', (share, words) => {
  expect(phrased(share, 'fraction', undefined)).toBe(words);
});

test('a fraction of percent counts hundredths', () => {
  expect(phrased('45.7', 'fraction', 'percent')).toBe('more than two fifths');
  expect(phrased('200/3', 'fraction', 'percent')).toBe('two thirds');
});

test.each<[string, Phrase, string | undefined]>([
  ['-0.1', 'fraction', undefined],
  ['1.001', 'fraction', undefined],
  ['-1', 'growth', 'times'],
  ['-101', 'growth', 'percent'],
  ['-1', 'multiple', 'times'],
])('of %s as %s no word is true', (value, phrase, unit) => {
  expect(phrased(value, phrase, unit)).toBeUndefined();
  const style = { format: phrase, unit, decimals: undefined, qualifier: undefined };
  expect(formatCell({ kind: 'number', decimal: value }, style, englishWording())).toMatchObject({ rule: 'fact-value' });
});

test.each<[string, string, Phrase]>([
  ['growth-3', '3', 'growth'],
  ['growth-by', '7', 'growth'],
  ['fraction-1-2', '0.5', 'fraction'],
  ['qualifier-less-than', '0.01', 'fraction'],
  ['higher-or-lower-even', '1', 'higher-or-lower'],
])('without the label "%s" the file that lacks it is named', (label, value, phrase) => {
  const outcome = formatPhrase({ kind: 'number', decimal: value }, phrase, 'times', englishWording([label]));
  expect(outcome).toMatchObject({ rule: 'label-missing', message: `content/labels/en.yaml has no label "${label}"` });
});
