import { expect, test } from 'vitest';
import { openLexer } from '../../../scripts/press/finish/file/lexer.ts';
import type { Font } from '../../../scripts/press/finish/text/fonts.ts';
import { readUnit } from '../../../scripts/press/finish/text/shown-text.ts';

const wide: Font = {
  name: 'Wide',
  width: 2,
  table: 7,
  space: 3,
  texts: new Map([
    [1, 'a'],
    [2, 'b'],
    [3, ' '],
    [4, '\uE001'],
    [0x4142, 'z'],
    [0x4241, 'y'],
  ]),
  obscure: new Set([4]),
};
const narrow: Font = {
  name: 'Narrow',
  width: 1,
  table: undefined,
  space: undefined,
  texts: new Map([[0x41, 'x']]),
  obscure: new Set(),
};
const fonts: Readonly<Record<string, Font>> = { F1: wide, F2: narrow };

function read(content: string) {
  const bytes = Buffer.from(content);
  return readUnit(bytes, openLexer(bytes), { start: 0, end: bytes.length }, (name) => fonts[name]);
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
  ['of literal strings by codes of two bytes', 'BT /F1 9 Tf (ABAB\\000\\001) Tj ET', 'zza'],
  ['of a string without its last digit', 'BT /F2 9 Tf <41 4> Tj ET', 'x'],
  ['within a mark that says nothing', 'BT /F1 9 Tf /Span <<>> BDC <0001> Tj EMC <0002> Tj ET', 'ab'],
  [
    'within marks within one that says what it is',
    'BT /F1 9 Tf /Span <</ActualText (x)>> BDC /Span /P1 BDC <0001> Tj EMC <0001> Tj EMC <0002> Tj ET',
    'xb',
  ],
])('text is read %s', (_, content, text) => {
  expect(read(content).text).toBe(text);
});

test.each([
  ['no font has it', '/F1 9 Tf <00010000> Tj', { fault: 'missing', font: 'Wide', code: 0 }],
  ['its font gives no text for it', '/F1 9 Tf <00010009> Tj', { fault: 'without a text', font: 'Wide', code: 9 }],
  [
    'its font gives no text for it, though a mark does',
    '/F1 9 Tf /Span <</ActualText (x)>> BDC <0009> Tj EMC',
    { fault: 'without a text', font: 'Wide', code: 9 },
  ],
  ['its text is of private use', '/F1 9 Tf <0004> Tj', { fault: 'with an obscure text', font: 'Wide', code: 4 }],
  ['there is no font', '/F9 9 Tf (A) Tj', { fault: 'in no font', font: 'F9', code: 0x41 }],
])('a glyph cannot be read where %s', (_, content, fault) => {
  expect(read(`BT ${content} ET`).glyphs).toEqual(fault);
});

test('a mark explains a glyph of private use', () => {
  expect(read('BT /F1 9 Tf /Span <</ActualText (x)>> BDC <0004> Tj EMC ET').glyphs).toBe('all there');
});

test.each(['<000100>', '(abc)'])('the string %s, which ends within a code, is refused', (string) => {
  expect(() => read(`BT /F1 9 Tf ${string} Tj ET`)).toThrow('the string at byte 12 ends within a code');
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
])('what is said of %s is told with its glyph', (_, content, description) => {
  const stream = `BT /F1 9 Tf ${content} ET`;
  const shown = read(stream).replaced;
  expect(shown).toMatchObject(description);
  expect(shown.length).toBe(description.length);
  for (const { begin, end } of shown) {
    expect(stream.slice(begin.start, begin.end)).toMatch(/^\/Span<<.*>> BDC$/);
    expect(stream.slice(end.start, end.end)).toBe('EMC');
  }
});
