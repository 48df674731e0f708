import { describe, expect, test } from 'vitest';
import type { Cell } from '../../scripts/press/data/table.ts';
import { agreement } from '../../scripts/press/numbers/agreement.ts';
import { findNumerals, qualifierBefore } from '../../scripts/press/numerals/find-numerals.ts';
import type { FactSpec } from '../../scripts/press/read/schemas/facts.ts';
import { sampleFacts } from '../facts/sample-facts.ts';

const number = (decimal: string): Cell => ({ kind: 'number', decimal });
const third: Cell = { kind: 'number', decimal: '0.3333', quotient: { dividend: '1', divisor: '3' } };
const people = (decimal: string, more: Partial<FactSpec> = {}) => ({ unit: 'people', ...more, cell: number(decimal) });
const usd = (decimal: string) => ({ unit: 'usd', format: 'currency' as const, cell: number(decimal) });
const percent = (decimal: string) => ({ unit: 'percent', format: 'percent' as const, cell: number(decimal) });
const times = (decimal: string) => ({ format: 'times' as const, cell: number(decimal) });
const date = (text: string) => ({ format: 'date' as const, cell: { kind: 'text' as const, text } });

function outcome(words: string, given: Partial<FactSpec> & { readonly cell: Cell }): string {
  const fact = sampleFacts({ one: given }).facts.get('one');
  const [numeral] = findNumerals(words, 'en');
  if (!fact || !numeral) throw new Error(`"${words}" or its fact cannot be read: correct the table of this test`);
  return agreement(numeral, qualifierBefore(words, numeral.start, 'en'), fact);
}

/** What agrees and what differs: words, and the fact that they are held against. */
const rows: readonly (readonly [
  string,
  Partial<FactSpec> & { readonly cell: Cell },
  'agrees' | 'differs' | 'unlike',
])[] = [
  ['1,277', people('1277'), 'agrees'],
  ['1,278', people('1277'), 'differs'],
  ['118.7 %', percent('118.6643'), 'agrees'],
  ['118.6 %', percent('118.6643'), 'differs'],
  ['119 %', percent('118.6643'), 'agrees'],
  ['25 %', percent('24.46'), 'differs'],
  ['24.5 percent', percent('24.45'), 'agrees'],
  ['a fall of 50 %', percent('-50'), 'agrees'],
  ['-50 %', percent('50'), 'differs'],
  ['$16.56 million', usd('16560000'), 'agrees'],
  ['$16.6 million', usd('16560000'), 'agrees'],
  ['$17 million', usd('16560000'), 'agrees'],
  ['$16 million', usd('16560000'), 'differs'],
  ['$492,545,599', usd('492545699'), 'differs'],
  ['€16.56 million', usd('16560000'), 'unlike'],
  ['54 %', people('54'), 'unlike'],
  ['1,277', percent('1277'), 'unlike'],
  ['2,000', people('2004'), 'differs'],
  ['about 2,000', people('2004'), 'agrees'],
  ['about 9,000', people('8400'), 'differs'],
  ['two million', people('2100000'), 'agrees'],
  ['2.0 million', people('2100000'), 'differs'],
  ['half a million', people('520000'), 'agrees'],
  ['less than half a million', people('346864'), 'agrees'],
  ['less than half a million', people('500000'), 'differs'],
  ['less than half a million', people('100000'), 'differs'],
  ['more than 450', people('451'), 'agrees'],
  ['more than 450', people('450'), 'differs'],
  ['more than 450', people('450', { qualifier: 'more than' }), 'agrees'],
  ['over 53,418', people('53358'), 'differs'],
  ['at least 1,277', people('1277'), 'agrees'],
  ['up to 15,209', people('15209'), 'agrees'],
  ['up to 15,209', people('15210'), 'differs'],
  ['nearly nine times', times('8.816'), 'agrees'],
  ['nearly nine times', times('9.1'), 'differs'],
  ['nearly nine times', times('8.4'), 'differs'],
  ['nine times', times('8.816'), 'agrees'],
  ['8.8 times', times('8.816'), 'agrees'],
  ['more than doubled', times('2.187'), 'agrees'],
  ['doubled', times('2.6'), 'differs'],
  ['twice', times('2'), 'agrees'],
  ['half', percent('47'), 'agrees'],
  ['half', percent('57'), 'differs'],
  ['two thirds', percent('65'), 'agrees'],
  ['more than half', percent('54'), 'agrees'],
  ['more than half', percent('71'), 'differs'],
  ['a third', { format: 'number', decimals: 2, cell: third }, 'agrees'],
  ['third', { format: 'ordinal', cell: number('3') }, 'agrees'],
  ['fourth', { format: 'ordinal', cell: number('3') }, 'differs'],
  ['Two', people('2'), 'agrees'],
  ['Three', people('2'), 'differs'],
  ['7–7.5 million', people('7200000'), 'agrees'],
  ['7–7.5 million', people('7600000'), 'differs'],
  ['May 24, 2021', date('2021-05-24'), 'agrees'],
  ['May 2021', date('2021-05-24'), 'agrees'],
  ['2021', date('2021-05-24'), 'agrees'],
  ['May 25, 2021', date('2021-05-24'), 'differs'],
  ['May 24, 2021', date('2021-05'), 'differs'],
  ['2021', people('2021'), 'unlike'],
];

describe('a number in print is held against a fact', () => {
  test.each(
    rows.map(
      ([words, fact, wanted]) =>
        [words, fact.cell.kind === 'number' ? fact.cell.decimal : 'a date', wanted, fact] as const,
    ),
  )('"%s" and %s: %s', (words, _value, wanted, fact) => expect(outcome(words, fact)).toBe(wanted));
});
