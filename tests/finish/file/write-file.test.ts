import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { inflated, isDictionary, isStream } from '../../../scripts/press/finish/file/objects.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { packObjects, writeCrossReference, writeFile } from '../../../scripts/press/finish/file/write-file.ts';
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
  const pdf = openFile(handMadePdf(onePage));
  pdf.replace({ kind: 'reference', number: 3 }, new Map([['Type', '/Page']]));
  const pages = pdf.resolve({ kind: 'reference', number: 2 });
  const kids = isDictionary(pages) ? pages.get('Kids') : undefined;
  expect(pdf.resolve(Array.isArray(kids) ? kids[0] : undefined)).toEqual(new Map([['Type', '/Page']]));
});

test('a fork begins with what the file is, and neither sees what becomes of the other', () => {
  const page = { kind: 'reference', number: 3 } as const;
  const pdf = openFile(handMadePdf(onePage));
  pdf.replace(page, 1);
  pdf.replace({ kind: 'reference', number: 4 }, null);
  const fork = pdf.fork();
  expect([fork.resolve(page), fork.resolve({ kind: 'reference', number: 4 })]).toEqual([1, null]);
  pdf.replace(page, 2);
  expect(fork.resolve(page)).toBe(1);
  fork.replace(page, 3);
  expect(pdf.resolve(page)).toBe(2);
  expect(fork.add(null)).toEqual(pdf.add(null));
});

test('a packed stream is unpacked', () => {
  const pdf = openFile(handMadePdf({ ...onePage, 5: handMadeStream('plain') }));
  const stream = pdf.resolve({ kind: 'reference', number: 5 });
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
  const pdf = openFile(handMadePdf({ ...onePage, 5: stream }));
  expect(() => pdf.resolve({ kind: 'reference', number: 5 })).toThrow(message);
});

test.each(['\nendstream', '\r\nendstream', ' endstream', 'endstream'])('a stream may end by %j', (end) => {
  const pdf = openFile(handMadePdf({ ...onePage, 5: `<</Length 3>>\nstream\nabc${end}` }));
  const stream = pdf.resolve({ kind: 'reference', number: 5 });
  expect(isStream(stream) && Buffer.from(stream.bytes).toString()).toBe('abc');
});

test.each([
  ['/Filter /LZWDecode', 'a stream is coded by /LZWDecode'],
  ['/Filter [/ASCIIHexDecode /FlateDecode]', 'a stream is coded by /ASCIIHexDecode,/FlateDecode'],
  ['/Filter /FlateDecode /DecodeParms <<>>', 'a stream is coded by /FlateDecode'],
])('a stream with %s is not unpacked', (entries, message) => {
  const pdf = openFile(handMadePdf({ ...onePage, 5: handMadeStream('x', entries) }));
  const stream = pdf.resolve({ kind: 'reference', number: 5 });
  expect(() => isStream(stream) && inflated(stream)).toThrow(message);
});

test('an object that is not where the table says is refused by its number', () => {
  const file = Buffer.from(handMadePdf(onePage).toString('latin1').replace('2 0 obj', '6 0 obj'), 'latin1');
  expect(() => openFile(file).resolve({ kind: 'reference', number: 2 })).toThrow('object 2 is not at byte');
});

test('a cross-reference tells of each object where it is', () => {
  const stream = writeCrossReference([undefined, { offset: 258 }, { container: 9, index: 3 }], { Root: 1 });
  expect(stream.dictionary.get('Size')).toBe(3);
  expect(stream.dictionary.get('W')).toEqual([1, 4, 2]);
  expect(stream.dictionary.get('Root')).toBe(1);
  expect(Buffer.from(inflated(stream)).toString('hex').match(/.{14}/g)).toEqual([
    '00' + '00000000' + 'ffff',
    '01' + '00000102' + '0000',
    '02' + '00000009' + '0003',
  ]);
});

test('objects are packed by two hundred, in containers after the last of all', () => {
  const objects = Array.from({ length: 201 }, (_, index) => ({ number: index + 5, text: `<</N ${index}>>` }));
  const { containers, locations } = packObjects(objects, 300);
  expect(containers.map(({ number }) => number)).toEqual([301, 302]);
  expect(locations[5]).toEqual({ container: 301, index: 0 });
  expect(locations[204]).toEqual({ container: 301, index: 199 });
  expect(locations[205]).toEqual({ container: 302, index: 0 });
});

test('a container says where each of its objects begins', () => {
  const { containers } = packObjects(
    [
      { number: 4, text: '[1]' },
      { number: 9, text: 'true' },
    ],
    9,
  );
  const [container] = containers.map(({ object }) => object);
  if (!container) throw new Error('there is no container');
  expect(Buffer.from(inflated(container)).toString()).toBe('4 0 9 4 [1]\ntrue\n');
  expect([container.dictionary.get('N'), container.dictionary.get('First')]).toEqual([2, 8]);
});
