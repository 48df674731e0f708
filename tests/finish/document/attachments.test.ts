import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFRawStream, PDFString } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { type Attachment, attachFiles } from '../../../scripts/press/finish/document/attachments.ts';
import { openFile } from '../../../scripts/press/finish/file/open-file.ts';
import { writeFile } from '../../../scripts/press/finish/file/write-file.ts';
import { handMadePdf } from '../hand-made-pdf.ts';

const date = new Date('2023-07-24T00:00:00Z');
const file = (name: string, text: string, more: Partial<Attachment> = {}): Attachment => ({
  name,
  mediaType: 'text/csv',
  description: `What ${name} is – Ségou`,
  relationship: 'Data',
  bytes: Buffer.from(text),
  ...more,
});
const files = [
  file('zones.csv', 'zone,deaths\nnorth,3\n'),
  file('aid.csv', 'year,usd\n2020,146000000\n'),
  file('audit.html', '<p>Audit</p>', { mediaType: 'text/html', relationship: 'Supplement' }),
];

/** A document of one page that has a name tree already, with these files attached. */
async function attached(attachments: readonly Attachment[]): Promise<Uint8Array> {
  const pdf = openFile(
    handMadePdf({
      1: '<</Type /Catalog /Pages 2 0 R /Names <</Dests 4 0 R>>>>',
      2: '<</Type /Pages /Kids [3 0 R] /Count 1>>',
      3: '<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>',
      4: '<</Names [(notes) [3 0 R /XYZ 0 0 0]]>>',
    }),
  );
  await attachFiles(pdf, attachments, date);
  return writeFile(pdf);
}

const open = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false });
const nameOf = (spec: PDFDict) => spec.lookup(PDFName.of('UF'), PDFString, PDFHexString).decodeText();

test('a reader takes the files out as they were, each with its type, its dates and what it is', async () => {
  const document = await open(await attached(files));
  const found = document.getAttachments().map(({ name, data, mimeType, afRelationship, description, ...dates }) => {
    const { creationDate, modificationDate } = dates;
    return {
      name,
      text: Buffer.from(data).toString(),
      mimeType,
      afRelationship,
      description,
      creationDate,
      modificationDate,
    };
  });
  expect(found).toEqual(
    // By name: a name tree is sorted.
    [files[1], files[2], files[0]].map((one) => ({
      name: one?.name,
      text: Buffer.from(one?.bytes ?? []).toString(),
      mimeType: one?.mediaType,
      afRelationship: one?.relationship,
      description: one?.description,
      creationDate: date,
      modificationDate: date,
    })),
  );
});

test('the document calls the files its own in the order in which they were given', async () => {
  const { catalog, context } = await open(await attached(files));
  const own = catalog.lookup(PDFName.of('AF'), PDFArray).asArray();
  expect(own.map((spec) => nameOf(context.lookup(spec, PDFDict)))).toEqual(files.map(({ name }) => name));
});

test('each file has both forms of its name, its size and its digest', async () => {
  const { catalog } = await open(await attached(files));
  const spec = catalog.lookup(PDFName.of('AF'), PDFArray).lookup(0, PDFDict);
  const stream = spec.lookup(PDFName.of('EF'), PDFDict).lookup(PDFName.of('F'));
  if (!(stream instanceof PDFRawStream)) throw new Error('the file has no stream');
  const params = stream.dict.lookup(PDFName.of('Params'), PDFDict);
  expect(spec.lookup(PDFName.of('F'), PDFString).decodeText()).toBe('zones.csv');
  expect(nameOf(spec)).toBe('zones.csv');
  expect(String(params.get(PDFName.of('Size')))).toBe('20');
  const digest = params.lookup(PDFName.of('CheckSum'), PDFString, PDFHexString).asBytes();
  expect(Buffer.from(digest).toString('hex')).toBe(createHash('md5').update('zone,deaths\nnorth,3\n').digest('hex'));
});

test('other names of the document stay', async () => {
  const { catalog } = await open(await attached(files));
  expect(catalog.lookup(PDFName.of('Names'), PDFDict).has(PDFName.of('Dests'))).toBe(true);
});

test('a document without files says nothing of files', async () => {
  const { catalog } = await open(await attached([]));
  expect(catalog.has(PDFName.of('AF'))).toBe(false);
  expect(catalog.lookup(PDFName.of('Names'), PDFDict).has(PDFName.of('EmbeddedFiles'))).toBe(false);
});

test.each(['../passwd', 'a/b.csv', 'a\\b.csv', '', '..'])('"%s" is refused as the name of a file', async (name) => {
  await expect(attached([file(name, 'x')])).rejects.toThrow(`"${name}" is no name of a file`);
});

test('two files of one name are refused', async () => {
  await expect(attached([file('a.csv', 'x'), file('a.csv', 'y')])).rejects.toThrow('"a.csv"');
});
