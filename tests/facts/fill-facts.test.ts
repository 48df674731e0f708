import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { fillFacts } from '../../scripts/press/facts/fill-facts.ts';
import { sampleFacts } from './sample-facts.ts';

const place = { file: 'content/mali/charts/aid.yaml', line: 3, column: 6 };
const run = sampleFacts({
  'security-2020': { cell: { kind: 'number', decimal: '16560000' }, format: 'currency', unit: 'usd', decimals: 2 },
  'killed-2022': { cell: { kind: 'number', decimal: '1277' }, qualifier: 'at least', label: 'Civilians killed, 2022' },
  change: { cell: { kind: 'number', decimal: '-50' }, format: 'percent', unit: 'percent' },
  failed: { cell: { kind: 'missing' } },
});

function filled(text: string) {
  const diagnostics = collectDiagnostics();
  const { text: result } = fillFacts(text, run, place, diagnostics.report);
  return { result, messages: diagnostics.list().map(({ rule, message, cure }) => `${rule} ${message}; ${cure}`) };
}

test.each([
  ['no fact at all: fact[x]', 'no fact at all: fact[x]'],
  [':fact[security-2020]', '$16.56 million'],
  [':fact[security-2020]{as=currency-full} in all', '$16,560,000 in all'],
  [':fact[security-2020]{as="currency-short"}, :fact[killed-2022].', '$16.56M, at least 1,277.'],
  [':fact[killed-2022]{}', 'at least 1,277'],
  [':fact[security-2020]{as=short} :fact[security-2020]{as=full}', '$16.56M $16,560,000'],
  [':fact[killed-2022]{as=full}, :fact[killed-2022]{as=long}', 'at least 1,277, at least 1,277'],
  ['a :fact[change]{as=rise-or-fall} of :fact[change]{as=size}', 'a fall of 50%'],
  [':fact[killed-2022]{as=number}{', 'at least 1,277{'],
])('%s', (text, result) => {
  expect(filled(text)).toEqual({ result, messages: [] });
});

test.each([
  [
    'a :fact[kiled-2022] b',
    'fact-unknown unknown fact "kiled-2022"; did you mean "killed-2022" (Civilians killed, 2022)?',
  ],
  [':fact[killed-2022]{as=nummer}', 'value-type "nummer" is not a format; did you mean "number"?'],
  [
    ':fact[security-2020]{as=percent}',
    'fact-value the fact "security-2020" cannot be printed like this: the format "percent" cannot show the unit "usd"; give percent as its unit, or choose another format',
  ],
  [
    ':fact[killed-2022]{long}',
    'directive-shape the braces of :fact[killed-2022]{long} cannot be read; write {as=…} with one format, or nothing',
  ],
])('%s', (text, messages) => {
  expect(filled(text)).toEqual({ result: text, messages: [messages] });
});

test('a format without a short form says so', () => {
  expect(filled(':fact[change]{as=short}').messages).toEqual([
    'fact-value the fact "change" cannot be printed like this: the format "percent" has no form "short"; name a format, or leave the braces away',
  ]);
});

test('a fact that failed, or could not be read, is not reported again where it is printed', () => {
  expect(filled(':fact[failed] :fact[half-read]')).toEqual({ result: ':fact[failed] :fact[half-read]', messages: [] });
});

test.each<[string, string[]]>([
  ['fact[killed-2022]', []],
  [':fact[killed-2022], :fact[failed] and :fact[kiled-2022]', ['killed-2022', 'failed', 'kiled-2022']],
  [':claim[1,277]{fact=killed-2022} of :claim[9]', ['killed-2022']],
  [':fact[killed-2022]{long}', []],
])('%s uses the facts %j', (text, used) => {
  expect(fillFacts(text, run, place, () => {}).usedFacts).toEqual(used);
});
