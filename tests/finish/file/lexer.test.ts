import { expect, test } from 'vitest';
import { openLexer, openNames } from '../../../scripts/press/finish/file/lexer.ts';

/** All tokens of a text, as written. */
function tokens(text: string): readonly string[] {
  const lexer = openLexer(Buffer.from(text, 'latin1'));
  const found: string[] = [];
  for (let token = lexer.next(); token !== 'end'; token = lexer.next()) found.push(`${token} ${lexer.text()}`);
  return found;
}

test.each([
  ['1 -.5 +2. 0.24', ['number 1', 'number -.5', 'number +2.', 'number 0.24']],
  ['/Name/Next /A#20B', ['name /Name', 'name /Next', 'name /A#20B']],
  ['BT/F1 12 Tf ET', ['keyword BT', 'name /F1', 'number 12', 'keyword Tf', 'keyword ET']],
  ['W* n T* \' "', ['keyword W*', 'keyword n', 'keyword T*', "keyword '", 'keyword "']],
  ['(a (b) \\) \\\\)Tj', ['literal string (a (b) \\) \\\\)', 'keyword Tj']],
  [
    '<0a 1B><</K<>>>',
    ['hexadecimal string <0a 1B>', 'dictionary begins <<', 'name /K', 'hexadecimal string <>', 'dictionary ends >>'],
  ],
  ['[1]% a comment (\r2', ['array begins [', 'number 1', 'array ends ]', 'number 2']],
  ['', []],
])('the tokens of %j are told apart', (text, expected) => {
  expect(tokens(text)).toEqual(expected);
});

test('numbers are passed over up to what follows them', () => {
  const lexer = openLexer(Buffer.from('/F1 12 Tf 1 0 -.5 % 7\n +3 (a) 4', 'latin1'));
  const found: string[] = [];
  for (let token = lexer.nextAfterNumbers(); token !== 'end'; token = lexer.nextAfterNumbers())
    found.push(lexer.text());
  expect(found).toEqual(['/F1', 'Tf', '(a)']);
});

test.each([
  ['(never', 'the string at byte 0 does not end'],
  ['q <0a', 'the string at byte 2 does not end'],
  ['q >', 'a ">" at byte 2 begins nothing'],
  ['{', 'a "{" at byte 0 begins nothing'],
])('%j is refused with its place', (text, message) => {
  expect(() => tokens(text)).toThrow(message);
});

test('names are read without their escapes, with their slash or as keys', () => {
  const written = '/A#20B#2F /Type';
  const names = openNames(Buffer.from(written));
  expect(names.at(0, 9)).toBe('/A B/');
  expect(names.keyAt(0, 9)).toBe('A B/');
  expect(names.at(10, 15)).toBe('/Type');
});

test('names with one digest are told apart', () => {
  // Of both the digest is the same: 31 × 65 + 97 = 31 × 66 + 66.
  const names = openNames(Buffer.from('/Aa/BB/Aa'));
  expect([names.at(0, 3), names.at(3, 6), names.at(6, 9)]).toEqual(['/Aa', '/BB', '/Aa']);
});
