import { decodePDFRawStream, PDFArray, PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { JudgedPdf } from '../structure/judged-pdf.ts';
import { compareSpoken } from './compare-spoken.ts';
import type { SpokenPage } from './read-page.ts';
import { readSpoken } from './read-spoken.ts';

/**
 * Holds what poppler reads of a PDF's tags against its page: a second opinion, by a reader that shares no code with the
 * press. Text in which marked content says how glyphs are read is left out: poppler (22.12) loses what follows it.
 *
 * @returns a sentence for each difference; undefined where poppler is not asked
 */
export async function compareReaders(
  pdf: Uint8Array,
  page: SpokenPage,
  poppler: JudgedPdf,
): Promise<readonly string[] | undefined> {
  if (await saysHowToRead(pdf)) return undefined;
  return compareSpoken(page, readSpoken(poppler)).map((difference) => `as poppler reads it: ${difference}`);
}

async function saysHowToRead(pdf: Uint8Array): Promise<boolean> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const streams = document.getPages().flatMap(({ node }) => {
    const contents = node.Contents();
    return contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  });
  const text = (object: PDFObject) => {
    const stream = document.context.lookup(object);
    return stream instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1') : '';
  };
  return streams.some((stream) => /\/(?:ActualText|ReversedChars)\b/.test(text(stream)));
}
