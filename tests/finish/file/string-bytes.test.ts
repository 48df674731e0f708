import { expect, test } from 'vitest';
import { hexadecimalDigit, readHexadecimal, readLiteral } from '../../../scripts/press/finish/file/string-bytes.ts';

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
