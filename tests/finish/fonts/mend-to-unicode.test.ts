import { expect, test } from 'vitest';
import { mendToUnicode } from '../../../scripts/press/finish/fonts/mend-to-unicode.ts';

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
