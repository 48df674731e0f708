import { PDFDocument } from '@cantoo/pdf-lib';
import type { PageNumbers } from '../page/page-html.ts';
import { destinationsOf } from './destinations-of.ts';

/** The page that each named destination of a PDF lies on, from 1, by id. */
export async function readDestinations(pdf: Uint8Array): Promise<PageNumbers> {
  return destinationsOf(await PDFDocument.load(pdf, { updateMetadata: false }));
}
