import { expect, test } from 'vitest';
import { parseContent } from '../../../scripts/press/finish/content/content-parser.ts';
import type { Page, PageStream } from '../../../scripts/press/finish/content/pages.ts';
import { openLexer } from '../../../scripts/press/finish/file/lexer.ts';
import { settleGlyphs } from '../../../scripts/press/finish/fonts/settle-glyphs.ts';
import { withTexts } from '../../../scripts/press/finish/fonts/with-texts.ts';
import type { Font } from '../../../scripts/press/finish/text/read-font.ts';
import { readUnit } from '../../../scripts/press/finish/text/read-unit.ts';
import { parseToUnicode } from '../../../scripts/press/finish/text/to-unicode.ts';

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
