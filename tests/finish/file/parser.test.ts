import { expect, test } from 'vitest';
import { decodeText, textString } from '../../../scripts/press/finish/file/data-structures.ts';
import { openLexer } from '../../../scripts/press/finish/file/lexer.ts';
import type { PdfObject } from '../../../scripts/press/finish/file/objects.ts';
import {
  hexadecimalDigit,
  parseObject,
  readHexadecimal,
  readLiteral,
} from '../../../scripts/press/finish/file/parser.ts';
import { openSerializer } from '../../../scripts/press/finish/file/serializer.ts';

function parse(text: string): PdfObject {
  const bytes = Buffer.from(text, 'latin1');
  return parseObject(bytes, openLexer(bytes));
}

test.each<[string, PdfObject]>([
  ['true', true],
  ['null', null],
  ['-12.5', -12.5],
  ['.5', 0.5],
  ['/A#20B#2F', '/A B/'],
  ['12 0 R', { kind: 'reference', number: 12 }],
  ['[12  0 R 3\r\n0 % c\nR]', [12, 3].map((number) => ({ kind: 'reference', number }))],
  ['[12 0 612 7 0 R]', [12, 0, 612, { kind: 'reference', number: 7 }]],
  [
    '<</Type /Page/Kids[]>>',
    new Map<string, PdfObject>([
      ['Type', '/Page'],
      ['Kids', []],
    ]),
  ],
  ['(a\\(b\\)\\\\ \\101\\7 \\\r\nc\r\nd)', { kind: 'string', bytes: 'a(b)\\ A\x07 c\nd' }],
  ['<48 6>', { kind: 'string', bytes: 'H`' }],
])('%j is read', (text, object) => {
  expect(parse(text)).toEqual(object);
});

test.each<[PdfObject, string]>([
  [{ kind: 'string', bytes: '(a\\' }, '(\\(a\\\\)'],
  [{ kind: 'string', bytes: '\xfe\xff\x20\x14' }, '<feff2014>'],
  ['/A B#', '/A#20B#23'],
  [0.0000001, '0.0000001'],
  [[1, { kind: 'reference', number: 3 }], '[1 30 0 R]'],
  [new Map<string, PdfObject>([['K', -0.25]]), '<</K -0.25>>'],
])('%j is written so that it can be read again', (object, text) => {
  expect(openSerializer((number) => number * 10)(object)).toBe(text);
  if (!text.includes('R')) expect(parse(text)).toEqual(object);
});

test.each<[string, PdfObject]>([
  ['the "K" cannot be written: PDF/A does not allow NaN', new Map([['K', Number.NaN]])],
  [
    'the "B" cannot be written',
    new Map<string, PdfObject>([
      ['A', 1],
      ['B', [Infinity]],
    ]),
  ],
  ['PDF/A does not allow 2147483648', 2_147_483_648],
  ['PDF/A does not allow 1e+21', 1e21],
  ['PDF/A does not allow 1e+39', [0.5, 1e39]],
  ['the "Alt" has 32768 bytes; PDF/A allows 32767', new Map([['Alt', textString('x'.repeat(32_768))]])],
  ['has 128 bytes; PDF/A allows 127', `/${'x'.repeat(128)}`],
  ['the name "/Ж" is not written in bytes', '/Ж'],
])('an object that may not be is not written: %s', (message, object) => {
  expect(() => openSerializer((number) => number)(object)).toThrow(message);
});

test('objects as large as may be are written', () => {
  const serialize = openSerializer((number) => number);
  expect(serialize([2_147_483_647, -2_147_483_647])).toBe('[2147483647 -2147483647]');
  expect(serialize(`/${'x'.repeat(127)}`)).toHaveLength(128);
  expect(serialize({ kind: 'string', bytes: 'x'.repeat(32_767) })).toHaveLength(32_769);
});

test('objects that stand too deep within each other are refused', () => {
  expect(() => parse('['.repeat(100_000))).toThrow('more than 256 objects stand within each other at byte 256');
});

test.each(['plain', 'Côte d’Ivoire', 'ቃል', 'a 🙂'])('the text %j keeps its characters', (text) => {
  expect(decodeText(textString(text))).toBe(text);
});

test.each(['[1 2', '<</K', '<<1 2>>', 'endobj', ''])('%j is no object', (text) => {
  expect(() => parse(text)).toThrow(/at byte/);
});

const literal = (written: string) => readLiteral(Buffer.from(written, 'latin1'), 0, written.length);
const hexadecimal = (written: string) => readHexadecimal(Buffer.from(written, 'latin1'), 0, written.length);

test.each([
  ['()', ''],
  ['(a(b)c)', 'a(b)c'],
  ['(\\n\\r\\t\\b\\f\\(\\)\\\\\\x)', '\n\r\t\b\f()\\x'],
  ['(\\101\\60\\0605\\7)', 'A0' + '05' + '\x07'],
  ['(\\777)', '\xff'],
  ['(a\\\nb\\\r\nc\\\rd)', 'abcd'],
  ['(a\rb\r\nc\nd)', 'a\nb\nc\nd'],
  ['(\xe9)', '\xe9'],
])('the literal string %j is read', (written, bytes) => {
  expect(literal(written)).toBe(bytes);
});

test.each([
  ['<>', ''],
  ['<48 65\n6C>', 'Hel'],
  ['<486>', 'H`'],
  ['<fFFf>', '\xff\xff'],
])('the hexadecimal string %j is read', (written, bytes) => {
  expect(hexadecimal(written)).toBe(bytes);
});

test('digits are told from what is none', () => {
  expect([...'09afAF@Gg/:'].map((digit) => hexadecimalDigit(digit.charCodeAt(0)))).toEqual([
    0, 9, 10, 15, 10, 15, -1, -1, -1, -1, -1,
  ]);
});
