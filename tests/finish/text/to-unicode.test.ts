import { expect, test } from 'vitest';
import { mendToUnicode, parseToUnicode } from '../../../scripts/press/finish/text/to-unicode.ts';

test.each([
  ['characters', '2 beginbfchar <0001> <0020> <0005> <D83DDE42> endbfchar', { 1: ' ', 5: '🙂' }],
  ['ranges', '1 beginbfrange <0003> <0005> <0041> endbfrange', { 3: 'A', 4: 'B', 5: 'C' }],
  ['ranges of texts', '1 beginbfrange <0003> <0004> [<00660069> <0066006C>] endbfrange', { 3: 'fi', 4: 'fl' }],
  ['codes of one byte', '1 beginbfchar <07> <0058> endbfchar', { 7: 'X' }],
  ['nothing else', '/CIDInit /ProcSet findresource begin 1 begincodespacerange <0000> <FFFF> endcodespacerange', {}],
])('a table of %s is read', (_, cmap, expected) => {
  expect(Object.fromEntries(parseToUnicode(Buffer.from(cmap)))).toEqual(expected);
});

test('a range that is longer than codes go is refused', () => {
  const cmap = Buffer.from('1 beginbfrange <00000000> <FFFFFFFF> <0041> endbfrange');
  expect(() => parseToUnicode(cmap)).toThrow('has too long a range');
});

test('a list that is cut off is refused', () => {
  expect(() => parseToUnicode(Buffer.from('2 beginbfchar <0001>'))).toThrow('no code at byte');
});

const mended = (cmap: string) => {
  const bytes = mendToUnicode(Buffer.from(cmap));
  return bytes && Buffer.from(bytes).toString();
};

test('glyphs that stand for nothing stand for what is unknown, and their codes stay', () => {
  expect(mended('2 beginbfchar <0000> <0000> <0005> <fffe> endbfchar')).toBe(
    '2 beginbfchar <0000> <FFFD> <0005> <FFFD> endbfchar',
  );
  expect(mended('1 beginbfrange <0000> <0000> <FEFF> endbfrange')).toBe(
    '1 beginbfrange <0000> <0000> <FFFD> endbfrange',
  );
});

test('a table that is right stays as it is', () => {
  expect(mended('1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfchar <0000> <0041> endbfchar')).toBe(
    undefined,
  );
});
