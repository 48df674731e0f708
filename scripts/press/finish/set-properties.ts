import { type PDFDocument, PDFHexString, PDFName, PDFRef, PDFString } from '@cantoo/pdf-lib';
import type { DocumentProperties } from './document-properties.ts';

/**
 * Writes the properties into a document: the information dictionary anew, so that nothing of the print's own
 * (its clock, its browser) is left in it, and the language and the reader's window title into the catalogue
 * (ISO 32000-1, 14.3.3 and 12.2).
 */
export function setProperties(document: PDFDocument, properties: DocumentProperties): void {
  const { context, catalog } = document;
  const before = context.trailerInfo.Info;
  const date = PDFString.fromDate(properties.date);
  const info = context.obj({
    Title: PDFHexString.fromText(properties.title),
    ...(properties.authors.length > 0 && { Author: PDFHexString.fromText(properties.authors.join(', ')) }),
    Subject: PDFHexString.fromText(properties.subject),
    Keywords: PDFHexString.fromText(properties.keywords.join(', ')),
    Creator: PDFHexString.fromText(properties.creator),
    Producer: PDFHexString.fromText(properties.producer),
    CreationDate: date,
    ModDate: date,
  });
  context.trailerInfo.Info = context.register(info);
  if (before instanceof PDFRef) context.delete(before);
  catalog.set(PDFName.of('Lang'), PDFString.of(properties.language));
  catalog.getOrCreateViewerPreferences().setDisplayDocTitle(true);
}
