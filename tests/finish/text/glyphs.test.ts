import { expect, test } from 'vitest';
import { parseContent } from '../../../scripts/press/finish/content/content-parser.ts';
import { type Page, type PageStream, readPages } from '../../../scripts/press/finish/content/pages.ts';
import { openLexer } from '../../../scripts/press/finish/file/lexer.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import type { Font } from '../../../scripts/press/finish/text/fonts.ts';
import { checkFontGlyphs, settleGlyphs } from '../../../scripts/press/finish/text/glyphs.ts';
import { readUnit } from '../../../scripts/press/finish/text/shown-text.ts';
import { openUnitReader } from '../../../scripts/press/finish/text/text-reader.ts';
import { parseToUnicode, withTexts } from '../../../scripts/press/finish/text/to-unicode.ts';
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
  checkFontGlyphs(readPages(pdf), openUnitReader(pdf));
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
  const content = '<0001> Tj /Span <</ActualText (x)>> BDC <0003> Tj EMC';
  expect(() => check(content, '<0003> <0000>')).not.toThrow();
});

const texts = new Map([
  [1, 'a'],
  [2, 'ʼ'],
  [3, ' '],
  [4, 'é'],
]);
const font: Font = { name: 'F', width: 2, table: 7, space: 3, texts, obscure: new Set() };

/** What is settled in text objects with these contents, when all text is this. */
function settled(contents: readonly string[], text: readonly string[]) {
  const content = parseContent(Buffer.from(contents.map((inner) => `BT /F1 9 Tf ${inner} ET`).join('\n')));
  const stream = { content, forms: new Map() } as unknown as PageStream;
  const pages = [{ stream } as unknown as Page];
  const { marks, texts: written } = settleGlyphs(
    pages,
    (_, unit) => readUnit(content.bytes, openLexer(content.bytes), unit, () => font),
    text,
  );
  return { marks: [...marks.values()].flat().length, written: [...(written.get(font) ?? [])] };
}

const apostrophe = '/Span<</ActualText <FEFF2019>>> BDC <0002> Tj EMC';

test.each([
  ['what is always said of it', [apostrophe, apostrophe], ['a’a'], { marks: 2, written: [[2, '’']] }],
  ['nothing where it is shown as itself, too', [apostrophe], ['a’', 'ʼ'], { marks: 0, written: [] }],
  [
    'nothing where two things are said of it',
    [apostrophe, '/Span<</ActualText (x)>> BDC <0002> Tj EMC'],
    ['a'],
    { marks: 0, written: [] },
  ],
  [
    'a space, of whatever width',
    ['/Span<</ActualText <FEFF00A0>>> BDC <0003> Tj EMC'],
    ['a '],
    { marks: 1, written: [] },
  ],
  [
    'nothing where another glyph stands for a space',
    ['/Span<</ActualText <FEFF00A0>>> BDC <0001> Tj EMC'],
    [''],
    { marks: 0, written: [] },
  ],
  [
    'nothing where several characters are said of it',
    ['/Span<</ActualText (ffi)>> BDC <0001> Tj EMC'],
    ['ffi'],
    { marks: 0, written: [] },
  ],
])('a glyph says for itself %s', (_, contents, text, expected) => {
  expect(settled(contents, text)).toEqual(expected);
});

test('a table with other texts keeps the rest, however long it is', () => {
  const before = new Map(Array.from({ length: 250 }, (_, code) => [code + 1, String.fromCodePoint(0x1f300 + code)]));
  const after = parseToUnicode(
    withTexts(
      { texts: before, width: 2 },
      new Map([
        [2, '’'],
        [900, 'ffi'],
      ]),
    ),
  );
  expect(after).toEqual(new Map([...before, [2, '’'], [900, 'ffi']]));
});

test('a table of a font with codes of one byte has such codes', () => {
  const table = withTexts({ texts: new Map([[0x41, 'x']]), width: 1 }, new Map([[0x42, '’']]));
  expect(Buffer.from(table).toString()).toContain('<00> <FF>');
  expect(Buffer.from(table).toString()).toContain('<41> <0078>\n<42> <2019>');
  expect(parseToUnicode(table).get(0x42)).toBe('’');
});
