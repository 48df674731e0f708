import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { inflated } from '../../../scripts/press/finish/file/flate.ts';
import { isDictionary, isStream } from '../../../scripts/press/finish/file/objects.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { writeFile } from '../../../scripts/press/finish/file/write-file.ts';
import { handMadePdf, handMadeStream } from '../hand-made-pdf.ts';

const onePage = {
  1: '<</Type /Catalog /Pages 2 0 R>>',
  2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
  3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R>>',
  4: handMadeStream('0 0 10 10 re f'),
};

test('a file that was written can be read by others, with its streams as they were', async () => {
  const document = await PDFDocument.load(writeFile(openFile(handMadePdf(onePage))), { updateMetadata: false });
  expect(document.getPages().map((page) => page.getSize())).toEqual([{ width: 200, height: 100 }]);
  expect(String(document.getPages()[0]?.node.Contents())).toContain('0 0 10 10 re f');
});

test('the same objects give the same bytes, whatever their numbers', () => {
  const renumbered = {
    1: '<</Type /Catalog /Pages 7 0 R>>',
    7: '<</Type /Pages /Kids [5 0 R] /Count 1>>',
    5: '<</Type /Page /Parent 7 0 R /MediaBox [0 0 200 100] /Contents 9 0 R>>',
    9: '<</Length 8 0 R>>\nstream\n0 0 10 10 re f\nendstream',
    8: '14',
  };
  const [one, other] = [onePage, renumbered].map((objects) => writeFile(openFile(handMadePdf(objects))));
  expect(Buffer.from(one ?? []).equals(Buffer.from(other ?? []))).toBe(true);
});

test('what nothing leads to is left behind', () => {
  const small = writeFile(openFile(handMadePdf(onePage)));
  const more = writeFile(openFile(handMadePdf({ ...onePage, 5: `(${'left '.repeat(500)})` })));
  expect(more.length).toBe(small.length);
});

test('a changed object is found by all that lead to it', () => {
  const draft = openFile(handMadePdf(onePage));
  draft.replace({ kind: 'reference', number: 3 }, new Map([['Type', '/Page']]));
  const pages = draft.resolve({ kind: 'reference', number: 2 });
  const kids = isDictionary(pages) ? pages.get('Kids') : undefined;
  expect(draft.resolve(Array.isArray(kids) ? kids[0] : undefined)).toEqual(new Map([['Type', '/Page']]));
});

test('a fork begins with what a draft is, and neither sees what becomes of the other', () => {
  const page = { kind: 'reference', number: 3 } as const;
  const draft = openFile(handMadePdf(onePage));
  draft.replace(page, 1);
  draft.replace({ kind: 'reference', number: 4 }, null);
  const fork = draft.fork();
  expect([fork.resolve(page), fork.resolve({ kind: 'reference', number: 4 })]).toEqual([1, null]);
  draft.replace(page, 2);
  expect(fork.resolve(page)).toBe(1);
  fork.replace(page, 3);
  expect(draft.resolve(page)).toBe(2);
  expect(fork.add(null)).toEqual(draft.add(null));
});

test('a packed stream is unpacked', () => {
  const draft = openFile(handMadePdf({ ...onePage, 5: handMadeStream('plain') }));
  const stream = draft.resolve({ kind: 'reference', number: 5 });
  expect(isStream(stream) && Buffer.from(inflated(stream)).toString()).toBe('plain');
});

test.each([
  ['no PDF at all', Buffer.from('hello'), /no cross-reference/],
  ['half a PDF', handMadePdf(onePage).subarray(0, 300), /no cross-reference/],
  ['a PDF that was changed after it was printed', handMadePdf(onePage, '/Root 1 0 R /Prev 10'), /"Prev"/],
  [
    'a PDF with a table that is longer than it',
    Buffer.from(handMadePdf(onePage).toString('latin1').replace('xref\n0 5', 'xref\n0 999999999'), 'latin1'),
    /does not end within it/,
  ],
  ['a PDF without a catalogue', handMadePdf(onePage, ''), /catalogue/],
])('%s is refused', (_, file, message) => {
  expect(() => openFile(file)).toThrow(message);
});

test.each([
  ['too short', '<</Length 12>>\nstream\n0 0 1 1 re f 5 5 5 5 re f\nendstream', 'does not end where it says'],
  ['too long', '<</Length 14>>\nstream\n0 0 1 1 re f\nendstream', 'does not end where it says'],
  ['longer than the file', '<</Length 9000>>\nstream\nx\nendstream', 'does not end where it says'],
  ['told by nothing', '<<>>\nstream\nx\nendstream', 'does not say its length'],
  ['told by an object that is none', '<</Length 9 0 R>>\nstream\nx\nendstream', 'does not say its length'],
])('a stream whose length is %s is refused', (_, stream, message) => {
  const draft = openFile(handMadePdf({ ...onePage, 5: stream }));
  expect(() => draft.resolve({ kind: 'reference', number: 5 })).toThrow(message);
});

test.each(['\nendstream', '\r\nendstream', ' endstream', 'endstream'])('a stream may end by %j', (end) => {
  const draft = openFile(handMadePdf({ ...onePage, 5: `<</Length 3>>\nstream\nabc${end}` }));
  const stream = draft.resolve({ kind: 'reference', number: 5 });
  expect(isStream(stream) && Buffer.from(stream.bytes).toString()).toBe('abc');
});

test.each([
  ['/Filter /LZWDecode', 'a stream is coded by /LZWDecode'],
  ['/Filter [/ASCIIHexDecode /FlateDecode]', 'a stream is coded by /ASCIIHexDecode,/FlateDecode'],
  ['/Filter /FlateDecode /DecodeParms <<>>', 'a stream is coded by /FlateDecode'],
])('a stream with %s is not unpacked', (entries, message) => {
  const draft = openFile(handMadePdf({ ...onePage, 5: handMadeStream('x', entries) }));
  const stream = draft.resolve({ kind: 'reference', number: 5 });
  expect(() => isStream(stream) && inflated(stream)).toThrow(message);
});

test('an object that is not where the table says is refused by its number', () => {
  const file = Buffer.from(handMadePdf(onePage).toString('latin1').replace('2 0 obj', '6 0 obj'), 'latin1');
  expect(() => openFile(file).resolve({ kind: 'reference', number: 2 })).toThrow('object 2 is not at byte');
});
