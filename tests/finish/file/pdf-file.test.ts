import { expect, test } from 'vitest';
import { dictionary, type PdfObject } from '../../../scripts/press/finish/file/objects.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { pdfFile, readNumbers } from '../../../scripts/press/finish/file/pdf-file.ts';
import { handMadePdf } from '../hand-made-pdf.ts';

const first = { kind: 'reference', number: 1 } as const;
const second = { kind: 'reference', number: 2 } as const;

/** A file of two objects, with the numbers of those that were read. */
function open() {
  const asked: number[] = [];
  const read = (number: number): PdfObject => {
    asked.push(number);
    return dictionary({ N: number });
  };
  return { asked, pdf: pdfFile({ root: first, information: undefined, count: 3, read }) };
}

test('an object is read when it is asked for, and once', () => {
  const { pdf, asked } = open();
  expect(pdf.resolve(second)).toBe(pdf.resolve(second));
  expect(asked).toEqual([2]);
});

test('an object that nobody else asks for is not kept', () => {
  const { pdf, asked } = open();
  pdf.resolveOnce(second);
  pdf.resolveOnce(second);
  expect(asked).toEqual([2, 2]);
});

test('what is no reference is what it is, and nothing is null', () => {
  const { pdf } = open();
  expect(pdf.resolve(7)).toBe(7);
  expect(pdf.resolve(undefined)).toBe(null);
});

test('another object stands in the place of one, and new ones get numbers of their own', () => {
  const { pdf, asked } = open();
  pdf.replace(second, null);
  expect(pdf.resolve(second)).toBe(null);
  expect(asked).toEqual([]);
  const [one, other] = [pdf.add(1), pdf.add(2)];
  expect(new Set([0, 1, 2, pdf.information.number, one.number, other.number]).size).toBe(6);
  expect([pdf.resolve(one), pdf.resolve(other)]).toEqual([1, 2]);
});

const pdf = openFile(handMadePdf({ 1: '<<>>', 2: '[1 3 0 R]', 3: '2.5', 4: '(x)' }));

test('numbers are read wherever they stand', () => {
  expect(readNumbers(pdf, { kind: 'reference', number: 2 }, 2)).toEqual([1, 2.5]);
  expect(readNumbers(pdf, [1, { kind: 'reference', number: 3 }], 2)).toEqual([1, 2.5]);
});

test.each([1, 3])('an array of %j instead of two numbers is refused', (count) => {
  expect(() => readNumbers(pdf, { kind: 'reference', number: 2 }, count)).toThrow(`there are not ${count} numbers`);
});

test('what is no number is refused', () => {
  expect(() => readNumbers(pdf, [1, { kind: 'reference', number: 4 }], 2)).toThrow('there are not 2 numbers');
  expect(() => readNumbers(pdf, null, 2)).toThrow('there are not 2 numbers');
});
