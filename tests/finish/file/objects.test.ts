import { expect, test } from 'vitest';
import { openLexer } from '../../../scripts/press/finish/file/lexer.ts';
import type { PdfObject } from '../../../scripts/press/finish/file/objects.ts';
import { parseObject } from '../../../scripts/press/finish/file/parse-object.ts';
import { openSerializer } from '../../../scripts/press/finish/file/serializer.ts';
import { decodeText, textString } from '../../../scripts/press/finish/file/text-string.ts';

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

test.each(['plain', 'Côte d’Ivoire', 'ቃል', 'a 🙂'])('the text %j keeps its characters', (text) => {
  expect(decodeText(textString(text))).toBe(text);
});

test.each(['[1 2', '<</K', '<<1 2>>', 'endobj', ''])('%j is no object', (text) => {
  expect(() => parse(text)).toThrow(/at byte/);
});
