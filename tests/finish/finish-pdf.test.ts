import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { type Attachment, finishPdf, finishPrint } from '../../scripts/press/finish/index.ts';

const properties = {
  title: 'The office of aid – Côte d’Ivoire',
  authors: ['A Partner', 'Another'],
  subject: 'What public sources say.',
  keywords: ['aid', 'civilian harm'],
  language: 'en',
  creator: 'press',
  producer: 'finisher',
  date: new Date('2023-07-24T00:00:00Z'),
};
const body = { left: 30, bottom: 37.5, right: 270, top: 307.5 };
const facts = { properties, identities: new Map(), text: '', body, attachments: [] };
const print = readFileSync(join(import.meta.dirname, 'fixtures', 'semantics.pdf'));

const open = (pdf: Uint8Array) => PDFDocument.load(pdf, { updateMetadata: false });

test('a finished PDF says what it is', async () => {
  const document = await open(finishPdf(print, facts));
  expect({
    title: document.getTitle(),
    author: document.getAuthor(),
    subject: document.getSubject(),
    keywords: document.getKeywords(),
    language: document.getLanguage(),
    creator: document.getCreator(),
    producer: document.getProducer(),
    made: document.getCreationDate(),
    changed: document.getModificationDate(),
    titleInWindow: document.catalog.getViewerPreferences()?.getDisplayDocTitle(),
  }).toEqual({
    title: properties.title,
    author: 'A Partner, Another',
    subject: properties.subject,
    keywords: 'aid, civilian harm',
    language: 'en',
    creator: 'press',
    producer: 'finisher',
    made: properties.date,
    changed: properties.date,
    titleInWindow: true,
  });
});

test('a reconstruction names no author', async () => {
  const document = await open(finishPdf(print, { ...facts, properties: { ...properties, authors: [] } }));
  expect(document.getAuthor()).toBeUndefined();
});

test('two prints of one page become the same bytes', () => {
  // All that another print differs in: the clock, and the counter that the browser takes the ids of tags from.
  const text = print.toString('latin1');
  const again = Buffer.from(text.replaceAll('(node0', '(node9').replaceAll('(D:20', '(D:21'), 'latin1');
  expect(again.equals(print)).toBe(false);
  const [one, other] = [finishPdf(print, facts), finishPdf(again, facts)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test('another content has another id', async () => {
  const idOf = async (title: string) =>
    String((await open(finishPdf(print, { ...facts, properties: { ...properties, title } }))).context.trailerInfo.ID);
  expect(await idOf('One')).toMatch(/^\[ <[0-9a-f]{32}> <[0-9a-f]{32}> \]$/);
  expect(await idOf('One')).not.toBe(await idOf('Other'));
});

test('no trace of the browser or its clock is left', async () => {
  const { context } = await open(finishPdf(print, facts));
  const all = context.enumerateIndirectObjects().map(([, object]) => object.toString());
  expect(all.filter((object) => /Skia|Chromium|\(node\d|D:20(?!230724)/.test(object))).toEqual([]);
});

test('what is no print is refused by the name of its document', () => {
  expect(() => finishPdf(Buffer.from('no PDF'), facts)).toThrow(/Finishing the PDF of "The office of aid/);
});

test('a print may be written several times, each time with its own files and the same bytes', () => {
  const file: Attachment = {
    name: 'a.csv',
    mediaType: 'text/csv',
    description: 'A',
    relationship: 'Data',
    bytes: print,
  };
  const finished = finishPrint(print, facts);
  const [plain, , again] = [[], [file], []].map((files) => Buffer.from(finished.write(files)));
  expect(again?.equals(plain ?? Buffer.alloc(0))).toBe(true);
});

test('text that no tag holds is refused with its words and its page', () => {
  const text = print.toString('latin1');
  const torn = Buffer.from(text.replace('/K 20>>', '/K 99>>'), 'latin1');
  expect(torn.equals(print)).toBe(false);
  const causes: unknown[] = [];
  try {
    finishPdf(torn, facts);
  } catch (error) {
    causes.push(error instanceof Error ? String(error.cause) : error);
  }
  expect(causes).toEqual([expect.stringMatching(/the text ".+" on page \d+ is in no tag/)]);
});
