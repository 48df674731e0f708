import { expect, test } from 'vitest';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { readNumbers } from '../../../scripts/press/finish/file/read-numbers.ts';
import { handMadePdf } from '../hand-made-pdf.ts';

const draft = openFile(handMadePdf({ 1: '<<>>', 2: '[1 3 0 R]', 3: '2.5', 4: '(x)' }));

test('numbers are read wherever they stand', () => {
  expect(readNumbers(draft, { kind: 'reference', number: 2 }, 2)).toEqual([1, 2.5]);
  expect(readNumbers(draft, [1, { kind: 'reference', number: 3 }], 2)).toEqual([1, 2.5]);
});

test.each([1, 3])('an array of %j instead of two numbers is refused', (count) => {
  expect(() => readNumbers(draft, { kind: 'reference', number: 2 }, count)).toThrow(`there are not ${count} numbers`);
});

test('what is no number is refused', () => {
  expect(() => readNumbers(draft, [1, { kind: 'reference', number: 4 }], 2)).toThrow('there are not 2 numbers');
  expect(() => readNumbers(draft, null, 2)).toThrow('there are not 2 numbers');
});
