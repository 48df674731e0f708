import { PDFDocument } from '@cantoo/pdf-lib';
import { readDrawn } from '../../press/verify/drawn.ts';
import { openPdf } from '../../press/verify/pdfium.ts';
import { readStructure } from './read-structure.ts';
import type { StructureNode } from './structure.ts';

/** A PDF as this side of the judge reads it: its tags, and the text that each piece of marked content draws. */
export interface JudgedPdf {
  readonly structure: readonly StructureNode[];
  /** By `markKey`. */
  readonly texts: ReadonlyMap<string, string>;
  readonly pages: number;
}

/**
 * Reads a PDF.
 *
 * @throws Error when it is none
 */
export async function readJudged(pdf: Uint8Array): Promise<JudgedPdf> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  await using open = await openPdf(pdf);
  const texts = new Map<string, string>();
  for (const { mark, text } of readDrawn(open, document).texts) {
    if (mark !== undefined) texts.set(mark, (texts.get(mark) ?? '') + text);
  }
  return { structure: readStructure(document), texts, pages: document.getPageCount() };
}
