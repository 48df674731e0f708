import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { carryIdentities, finishPdf } from '../../scripts/press/finish/index.ts';
import { openPdf } from '../../scripts/press/verify/pdfium.ts';
import { checkPdfUaClaim, unmarkedPage } from '../../scripts/press/verify/pdfua-claim.ts';

const fixture = join(import.meta.dirname, '..', 'finish', 'fixtures', 'semantics');
const print = readFileSync(`${fixture}.pdf`);
const made = { creator: 'press', producer: 'press', date: new Date('2023-07-24T00:00:00Z') };
const finished = finishPdf(print, {
  ...carryIdentities(readFileSync(`${fixture}.html`, 'utf8')),
  properties: { title: 'Semantics', authors: [], subject: '', keywords: [], language: 'en', ...made },
  body: { left: 30, bottom: 37.5, right: 270, top: 307.5 },
  attachments: [],
});

/** What is said of the finished document after a change of its first tag of a type. */
async function claimMessage(type: string, change: (tag: PDFDict) => void): Promise<string> {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  const tags = document.context
    .enumerateIndirectObjects()
    .flatMap(([, object]) => (object instanceof PDFDict ? object : []));
  const tag = tags.find((entries) => entries.get(PDFName.of('S')) === PDFName.of(type));
  if (!tag) throw new Error(`the fixture has no ${type}`);
  change(tag);
  try {
    checkPdfUaClaim(document, undefined);
    return '';
  } catch (error) {
    return String(error);
  }
}

const without = (key: string) => (tag: PDFDict) => void tag.delete(PDFName.of(key));
const become = (type: string) => (tag: PDFDict) => tag.set(PDFName.of('S'), PDFName.of(type));

test.each([
  ['a finished document is what it claims', 'P', () => {}, /^$/],
  ['a figure says what it shows', 'Figure', without('Alt'), /a Figure without alternative text/],
  ['a note can be found', 'Note', without('ID'), /a Note without an id/],
  ['a link leads somewhere', 'Link', without('K'), /a Link that leads nowhere/],
  ['an entry is in a list', 'L', become('Sect'), /a LI outside a list/],
  ['a cell is in a row', 'TR', become('Div'), /outside a row/],
  ['a heading follows one of the level above', 'H1', become('P'), /a heading of level 2 follows one of level 0/],
])('%s', async (_, type, change, expected) => {
  expect(await claimMessage(type, change)).toMatch(expected);
});

test('all that a finished document paints is tagged or decoration; of a print that cannot be said', async () => {
  await using before = await openPdf(print);
  await using after = await openPdf(finished);
  expect([unmarkedPage(before), unmarkedPage(after)]).toEqual([1, undefined]);
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  expect(() => checkPdfUaClaim(document, 3)).toThrow('page 3 paints what is neither tagged nor decoration');
});

test('a document that claims nothing may be anything', async () => {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  document.catalog.delete(PDFName.of('Metadata'));
  expect(() => checkPdfUaClaim(document, 3)).not.toThrow();
});
