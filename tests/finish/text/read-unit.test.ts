import { expect, test } from 'vitest';
import { openLexer } from '../../../scripts/press/finish/file/lexer.ts';
import type { Font } from '../../../scripts/press/finish/text/read-font.ts';
import { readUnit } from '../../../scripts/press/finish/text/read-unit.ts';

const wide: Font = {
  width: 2,
  table: 7,
  space: 3,
  texts: new Map([
    [1, 'a'],
    [2, 'b'],
    [3, ' '],
  ]),
};
const narrow: Font = { width: 1, table: undefined, space: undefined, texts: new Map([[0x41, 'x']]) };

function read(content: string) {
  const bytes = Buffer.from(content);
  return readUnit(bytes, openLexer(bytes), { start: 0, end: bytes.length }, (name) => (name === 'F1' ? wide : narrow));
}

test.each([
  ['glyph by glyph', 'BT /F1 9 Tf <0001> Tj 5 0 Td <0002> Tj ET', 'ab'],
  ['with moves between', 'BT /F1 9 Tf [<0001> -20 <0002>] TJ ET', 'ab'],
  ['of two fonts', 'BT /F1 9 Tf <0001> Tj /F2 9 Tf (A) Tj ET', 'ax'],
  [
    'that is read otherwise',
    'BT /F1 9 Tf <0001> Tj /Span <</ActualText <FEFF00660069>>> BDC <0002> Tj EMC <0001> Tj ET',
    'afia',
  ],
  ['that is set from right to left', 'BT /ReversedChars BMC /F1 9 Tf <00010002> Tj EMC ET', 'ba'],
  ['of glyphs that stand for nothing', 'BT /F1 9 Tf <0009> Tj ET', ''],
])('text is read %s', (_, content, text) => {
  expect(read(content).text).toBe(text);
});

test('a space can be shown after it where its last font has one', () => {
  expect(read('BT /F1 9 Tf <0001> Tj ET').space).toBe('<0003>');
  expect(read('BT /F1 9 Tf <0001> Tj /F2 9 Tf (A) Tj ET').space).toBeUndefined();
});

test.each([
  ['one glyph', '/Span<</ActualText <FEFF2019>>> BDC <0002> Tj EMC', [{ code: 2, text: '’' }]],
  [
    'two of them',
    '/Span<</ActualText (x)>> BDC <0001> Tj EMC <0003> Tj /Span<</ActualText (y)>> BDC [<0002>] TJ EMC',
    [
      { code: 1, text: 'x' },
      { code: 2, text: 'y' },
    ],
  ],
  ['several glyphs', '/Span<</ActualText (ffi)>> BDC <00010002> Tj EMC', []],
  ['no glyph', '/Span<</ActualText (x)>> BDC EMC', []],
  ['nothing', '/Span<<>> BDC <0001> Tj EMC', []],
])('what is said of %s is told with its glyph', (_, content, said) => {
  const stream = `BT /F1 9 Tf ${content} ET`;
  const shown = read(stream).said;
  expect(shown).toMatchObject(said);
  expect(shown.length).toBe(said.length);
  for (const { begin, end } of shown) {
    expect(stream.slice(begin.start, begin.end)).toMatch(/^\/Span<<.*>> BDC$/);
    expect(stream.slice(end.start, end.end)).toBe('EMC');
  }
});
