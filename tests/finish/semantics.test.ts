import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { finishPdf } from '../../scripts/press/finish/finish-pdf.ts';
import { carryIdentities } from '../../scripts/press/finish/identity/identities.ts';
import { openPdf } from '../../scripts/press/verify/pdfium.ts';
import { renderPages } from '../../scripts/tools/pictures/picture.ts';
import { textOfPages } from '../cli/read-pdf.ts';
import { tellTags } from './read-finished.ts';

const fixture = join(import.meta.dirname, 'fixtures', 'semantics');
const print = readFileSync(`${fixture}.pdf`);
const { identities, text } = carryIdentities(readFileSync(`${fixture}.html`, 'utf8'));
const properties = {
  title: 'Semantics',
  authors: [],
  subject: '',
  keywords: [],
  language: 'en',
  creator: 'press',
  producer: 'press',
  date: new Date('2023-07-24T00:00:00Z'),
};
const body = { left: 30, bottom: 37.5, right: 270, top: 307.5 };
const finished = finishPdf(print, { properties, identities, text, body, attachments: [] });

test('the tags of a finished PDF say what the page means', async () => {
  await expect(await tellTags(finished)).toMatchFileSnapshot('golden/semantics.txt');
});

test('a finished PDF looks like its print, to the pixel', async () => {
  const [before, after] = [await picturesOf(print), await picturesOf(finished)];
  expect(after.length).toBe(before.length);
  for (const [index, { pixels }] of after.entries()) {
    expect(Buffer.from(pixels).equals(before[index]?.pixels ?? Buffer.alloc(0)), `page ${index + 1}`).toBe(true);
  }
});

test('a finished PDF holds the text of its print, and the spaces at which lines break', async () => {
  const [before, after] = [await textOfPages(print), await textOfPages(finished)];
  expect(after.map((page) => page.replace(/\s+/g, ' '))).toEqual(before.map((page) => page.replace(/\s+/g, ' ')));
});

async function picturesOf(pdf: Uint8Array): Promise<ReturnType<typeof renderPages>> {
  await using open = await openPdf(pdf);
  const count = open.pdfium.FPDF_GetPageCount(open.document);
  return renderPages(
    open,
    Array.from({ length: count }, (_, index) => index + 1),
    2,
  );
}

test('what is not read is told as a head, a foot, or decoration', async () => {
  const kinds = (await contents()).flatMap((content) => content.match(/\/Artifact <<[^>]*>>/g) ?? []);
  expect(new Set(kinds)).toEqual(
    new Set([
      '/Artifact <</Type /Pagination /Subtype /Header /Attached [/Top]>>',
      '/Artifact <</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>',
      '/Artifact <</Type /Layout>>',
    ]),
  );
});

test('marked content, annotations and their tags find each other', async () => {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const nums = root.lookup(PDFName.of('ParentTree'), PDFDict).lookup(PDFName.of('Nums'), PDFArray).asArray();
  const parents = new Map<number, PDFObject | undefined>();
  for (let i = 0; i < nums.length; i += 2) parents.set((nums[i] as PDFNumber).asNumber(), nums[i + 1]);
  let found = 0;
  const follow = (reference: PDFObject | undefined, parent: PDFObject): void => {
    const tag = document.context.lookup(reference, PDFDict);
    expect(String(tag.get(PDFName.of('P')))).toBe(String(parent));
    const kids = tag.lookup(PDFName.of('K'));
    for (const kid of kids instanceof PDFArray ? kids.asArray() : [tag.get(PDFName.of('K'))]) {
      const value = document.context.lookup(kid);
      if (value instanceof PDFDict && value.has(PDFName.of('S'))) {
        follow(kid, reference as PDFRef);
        continue;
      }
      const owner =
        value instanceof PDFDict ? (value.lookup(PDFName.of('Obj')) ?? value.lookup(PDFName.of('Stm'))) : undefined;
      const page = tag.lookup(PDFName.of('Pg')) as PDFDict;
      const holder =
        owner instanceof PDFRawStream ? owner.dict : owner instanceof PDFDict ? owner : (pageOf(value) ?? page);
      const number = value instanceof PDFNumber ? value : (value as PDFDict).lookup(PDFName.of('MCID'));
      const key = (holder.lookup(PDFName.of('StructParents')) ??
        holder.lookup(PDFName.of('StructParent'))) as PDFNumber;
      const entry = parents.get(key.asNumber());
      const array = document.context.lookup(entry);
      const back = array instanceof PDFArray && number instanceof PDFNumber ? array.get(number.asNumber()) : entry;
      expect(String(back)).toBe(String(reference));
      found += 1;
    }
  };
  const pageOf = (value: PDFObject | undefined) =>
    value instanceof PDFDict ? (value.lookup(PDFName.of('Pg')) as PDFDict | undefined) : undefined;
  follow(root.get(PDFName.of('K')), document.catalog.get(PDFName.of('StructTreeRoot')) as PDFRef);
  expect(found).toBeGreaterThan(60);
});

test('the outline has the words of its headings, and leads to their tags', async () => {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  const entries: string[] = [];
  const walk = (entry: PDFDict | undefined): void => {
    for (
      let item = entry?.lookupMaybe(PDFName.of('First'), PDFDict);
      item;
      item = item.lookupMaybe(PDFName.of('Next'), PDFDict)
    ) {
      const title = item.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText();
      entries.push(`${item.lookup(PDFName.of('SE'), PDFDict).get(PDFName.of('S'))} ${title}`);
      walk(item);
    }
  };
  walk(document.catalog.lookup(PDFName.of('Outlines'), PDFDict));
  expect(entries).toEqual(['/H1 The title of l’article', '/H2 Contents', '/H2 One', '/H3 Tables', '/H2 Notes']);
});

async function contents(): Promise<readonly string[]> {
  const document = await PDFDocument.load(finished, { updateMetadata: false });
  return document
    .getPages()
    .map(({ node }) => inflateSync((node.Contents() as PDFRawStream).contents).toString('latin1'));
}
