import { expect, test } from 'vitest';
import { foldText, lettersOf } from '../../../scripts/press/finish/text/folded-text.ts';

test.each([
  ['capitals of a style', 'of paper', 'OF PAPER'],
  ['capitals in German', 'Straße', 'STRASSE'],
  ['capitals in Turkish', 'istanbul, ılık', 'İSTANBUL, ILIK'],
  ['capitals in Greek, which drop accents', 'Αθήνα, προϋπόθεση', 'ΑΘΗΝΑ, ΠΡΟΫΠΟΘΕΣΗ'],
  ['an iota below its letter', 'ᾳ', 'ΑΙ'],
  ['ligatures', 'of five', 'ofﬁve'],
  ['letters with their accents apart', 'caf\u{e9}', 'cafe\u{301}'],
  ['syllables in parts', '\u{ac00}', '\u{1100}\u{1161}'],
  ['soft hyphens', 'presi\u{ad}dent', 'president'],
])('a page and its print have the same letters, but for %s', (_, page, print) => {
  expect(foldText(page).letters).toBe(lettersOf(print).toUpperCase());
});

test('letters of parts are the parts of the letters', () => {
  const text = 'Straße, e\u{301}té, \u{1100}\u{1161}, ½ ﬁ İı';
  expect(lettersOf(text)).toBe([...text].map(lettersOf).join(''));
});

test.each([
  ['Die Straße  misst\n5 m² und ½ Fuß.', 'STRASSEMISST5M2', 'Straße misst 5 m²'],
  ['Area in km² (½)', 'KM2(1⁄2)', 'km² (½)'],
  ['un cafe\u{301} noir', 'CAFE', 'cafe\u{301}'],
  ['der Präsi\u{ad}dent', 'PRASIDENT', 'Präsident'],
  ['a 😀 b', '😀B', '😀 b'],
])('what letters of "%s" stand for is what is written there', (text, letters, words) => {
  const folded = foldText(text);
  const start = folded.letters.indexOf(letters);
  expect(folded.words({ start, end: start + letters.length })).toBe(words);
});

test('white space and case are known at the places of letters, whatever stands before', () => {
  const folded = foldText('Fuß und Maß');
  const start = folded.letters.indexOf('MASS');
  expect([...folded.spaces].flatMap((is, at) => (is ? [at] : []))).toEqual([0, 4, start]);
  expect([folded.isWritten('Maß', start), folded.isWritten('MASS', start)]).toEqual([true, false]);
});
