import { type PDFContext, PDFDocument, PDFName, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { firstDifference } from '../../scripts/tools/reproduce/differences.ts';

/** A PDF with one page and what a test adds to it. */
async function pdfWith(add: (context: PDFContext, document: PDFDocument) => void): Promise<Uint8Array> {
  const document = await PDFDocument.create({ updateMetadata: false });
  document.addPage();
  add(document.context, document);
  return document.save({ useObjectStreams: false });
}

const dated = (date: string) => pdfWith((context) => context.register(context.obj({ ModDate: PDFString.of(date) })));
const drawn = (content: string) => pdfWith((context) => context.register(context.flateStream(content)));
const tagged = (kids: readonly number[]) =>
  pdfWith((context) => context.register(context.obj({ Type: PDFName.of('StructElem'), K: [...kids] })));

test('files of the same bytes do not differ', async () => {
  expect(await firstDifference(await dated('a'), await dated('a'))).toBeUndefined();
});

test.each([
  ['a value of an object', () => dated('D:2023'), () => dated('D:2024'), /object \d+ \/ModDate, "\(D:2023\)" against/],
  ['what is drawn', () => drawn('0 0 m 5 5 l'), () => drawn('0 0 m 5 6 l'), /object \d+, "0 0 m 5 5 l" against/],
  ['a list', () => tagged([1, 2]), () => tagged([1, 3]), /object \d+ \(\/StructElem\) \/K\[1\], "2" against "3"/],
  ['an object that only one has', () => pdfWith(() => {}), () => dated('x'), /object \d+, "nothing" against/],
])('two PDFs that differ in %s are told so by object and key', async (_, one, other, difference) => {
  expect(await firstDifference(await one(), await other())).toMatch(difference);
});

test('files that are no PDFs are told by byte and size', async () => {
  const bytes = (text: string) => Buffer.from(text);
  expect(await firstDifference(bytes('{"a": 1}'), bytes('{"a": 2}'))).toBe('first at byte 6');
  expect(await firstDifference(bytes('abc'), bytes('abcd'))).toBe('3 against 4 bytes; first at byte 3');
  expect(await firstDifference(bytes('abcd'), bytes('abc'))).toBe('4 against 3 bytes; first at byte 3');
});
