import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { findNumerals } from '../../scripts/press/numerals/find-numerals.ts';
import { annotatedSentence, valueText } from './annotated-sentence.ts';
import { score, total } from './score.ts';

const lines = readFileSync(join(import.meta.dirname, 'english.txt'), 'utf8').split('\n');
const sentences = lines.filter((line) => line !== '' && !line.startsWith('#')).map(annotatedSentence);

test('in at least 200 numerals of English prose, the finder finds what is there and nothing else', () => {
  const { there, precision, recall, missed, extra, line } = total(
    sentences.map(({ text, numerals }) => score(text, numerals, findNumerals(text, 'en'))),
  );
  console.log(`numerals in our own sentences: ${line}`);
  expect(there).toBeGreaterThanOrEqual(200);
  expect({ missed, extra }).toEqual({ missed: [], extra: [] });
  expect(precision).toBeGreaterThanOrEqual(0.98);
  expect(recall).toBeGreaterThanOrEqual(0.98);
});

test('each numeral has the value that its words say, with the place of its last digit', () => {
  const read = sentences.flatMap(({ text, numerals }) => {
    const found = findNumerals(text, 'en');
    return numerals.flatMap(({ start, end, value }) => {
      const numeral = found.find((one) => one.start === start && one.end === end);
      return numeral && value !== undefined ? [[text.slice(start, end), value, valueText(numeral.values, value)]] : [];
    });
  });
  expect(read.length).toBeGreaterThan(150);
  expect(read.filter(([, annotated, found]) => annotated !== found)).toEqual([]);
});

test('money says its currency', () => {
  const currencies = ['$5', '€5', '£5', 'US$5', '5 euros', 'USD 5', '₦5'].map(
    (text) => findNumerals(text, 'en')[0]?.currency,
  );
  expect(currencies).toEqual(['usd', 'eur', 'gbp', 'usd', 'eur', 'usd', 'ngn']);
});

test('no digit goes unseen, whatever stands around it', () => {
  let seed = 7;
  const next = (below: number) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return seed % below;
  };
  const signs = [
    '1',
    '23',
    '4,5',
    '.',
    ',',
    '-',
    '–',
    '/',
    ':',
    '%',
    '$',
    ' ',
    'a',
    'of',
    'May',
    'Q',
    '(',
    ')',
    '\uFFFC',
    '\n',
  ];
  for (let round = 0; round < 3000; round++) {
    const text = Array.from({ length: 8 }, () => signs[next(signs.length)]).join('');
    const found = findNumerals(text, 'en');
    const unseen = [...text.matchAll(/\d/g)].filter(
      ({ index }) => !found.some(({ start, end }) => start <= index && index < end),
    );
    const overlaps = found.filter(({ start }, index) => start < (found[index - 1]?.end ?? 0));
    expect({ text, unseen: unseen.length, overlaps }).toEqual({ text, unseen: 0, overlaps: [] });
  }
});

test('a language without a grammar has its digits found', () => {
  const text = 'En 2021, 1 277 civils (54 %) et des A-29.';
  const found = findNumerals(text, 'fr').map(({ kind, start, end }) => `${kind} ${text.slice(start, end)}`);
  expect(found).toEqual(['number 2021', 'number 1', 'number 277', 'percent 54 %', 'name A-29']);
});
