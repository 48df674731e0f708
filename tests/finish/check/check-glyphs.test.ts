import { expect, test } from 'vitest';
import { checkGlyphs } from '../../../scripts/press/finish/check/check-glyphs.ts';
import { readPages } from '../../../scripts/press/finish/content/pages.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { openUnitReader } from '../../../scripts/press/finish/text/text-reader.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';

/** Checks a page with this content in a font with these texts for its glyphs. */
function check(content: string, texts: string): void {
  const pdf = openFile(
    handMadePdf({
      1: '<</Type /Catalog /Pages 2 0 R>>',
      2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      3: '<</Type /Page /Parent 2 0 R /Resources <</Font <</F1 5 0 R>>>> /Contents 4 0 R>>',
      4: handMadeStream(`BT /F1 9 Tf ${content} ET`),
      5: '<</Type /Font /Subtype /Type0 /BaseFont /AAAAAA+Sans /ToUnicode 6 0 R>>',
      6: handMadeStream(`3 beginbfchar <0001> <0061> ${texts} endbfchar`),
    }),
  );
  checkGlyphs(readPages(pdf), openUnitReader(pdf));
}

test.each([
  ['that its font lacks', '<00010000> Tj', '', 'no font has a character of "a" on page 1'],
  [
    'that its font gives no text for',
    '<0002> Tj',
    '',
    'the font "AAAAAA+Sans" does not say what its glyph 2 stands for on page 1',
  ],
  [
    'of private use',
    '<0003> Tj',
    '<0003> <F0A7>',
    'the font "AAAAAA+Sans" has its own meaning for its glyph 3, which nothing else explains, on page 1',
  ],
  ['that stands for nothing', '<0003> Tj', '<0003> <0000>', 'has its own meaning for its glyph 3'],
  ['of a font that is not there', '/F7 9 Tf <01> Tj', '', 'there is no font "F7" for the text on page 1'],
])('a glyph %s is refused with its page', (_, content, texts, message) => {
  expect(() => check(content, texts)).toThrow(message);
});

test('glyphs with texts, and those that a mark explains, pass', () => {
  const said = '<0001> Tj /Span <</ActualText (x)>> BDC <0003> Tj EMC';
  expect(() => check(said, '<0003> <0000>')).not.toThrow();
});
