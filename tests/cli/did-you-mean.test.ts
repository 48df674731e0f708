import { expect, test } from 'vitest';
import { didYouMean } from '../../scripts/press/diagnostics/did-you-mean.ts';

const marks = ['arc', 'area', 'bar', 'boxplot', 'circle', 'errorband', 'errorbar', 'geoshape', 'image', 'line'].concat(
  ...['point', 'rect', 'rule', 'square', 'text', 'tick', 'trail'],
);
const formats = ['number', 'percent', 'size', 'rise-or-fall', 'rose-or-fell', 'currency', 'year'];
const sources = [
  ...Array.from({ length: 20 }, (_, index) => `a-paper-${index}`),
  'field-notes-2024',
  'mali-factsheet',
  'usaid-2020',
];

test.each([
  ['barr', marks, 'did you mean "bar"?'],
  ['lien', marks, 'did you mean "line"?'],
  ['pie', marks, 'did you mean "arc"?'],
  ['column', marks, 'did you mean "bar"?'],
  ['rise', formats, 'did you mean "rise-or-fall"?'],
  ['nubmer', formats, 'did you mean "number"?'],
  ['feild-notes', sources, 'did you mean "field-notes-2024"?'],
  ['field-note-2024', sources, 'did you mean "field-notes-2024"?'],
  ['mali-factsheets', sources, 'did you mean "mali-factsheet"?'],
])('%s is a slip for a name that there is', (wrong, known, cure) => {
  expect(didYouMean(wrong, known, 'names')).toBe(cure);
});

test('what is like no name is not guessed: all are listed', () => {
  expect(didYouMean('gape', ['size', 'year'], 'formats')).toBe('the formats are "size", "year"');
  expect(didYouMean('rise', ['size', 'year'], 'formats')).toBe('the formats are "size", "year"');
});

test('of many names those are listed that are most like it', () => {
  const cure = didYouMean('usaid-report-on-mali', sources, 'sources');
  expect(cure).toMatch(/^the sources are .* and more$/);
  expect(cure).toContain('"usaid-2020"');
});
