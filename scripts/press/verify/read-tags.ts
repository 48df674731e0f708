import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { markKey } from './drawn-text.ts';

/** What the tags of a PDF hold, in reading order. */
export interface Tags {
  /** Marked content, by `markKey`. */
  readonly marks: readonly string[];
  /** For each Link tag the annotations that make it: one a line. */
  readonly links: readonly (readonly PDFDict[])[];
}

/**
 * Reads the structure tree (ISO 32000-1, 14.7.2).
 *
 * @throws Error when the PDF has none: then it is no print of this press
 */
export function readTags(document: PDFDocument): Tags {
  const { context, catalog } = document;
  const root = catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(root instanceof PDFDict)) {
    throw new Error('Verifying the PDF: it has no tags; print it with the browser that the press brings');
  }
  const pages = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const marks: string[] = [];
  const links: PDFDict[][] = [];
  const mark = (page: PDFObject | undefined, form: PDFObject | undefined, number: PDFObject | undefined) => {
    const at = page instanceof PDFRef ? pages.get(page.toString()) : undefined;
    if (at === undefined || !(number instanceof PDFNumber)) return;
    marks.push(markKey(at, form instanceof PDFRef ? form.toString() : '', number.asNumber()));
  };
  const visit = (kid: PDFObject | undefined, inherited: PDFObject | undefined, link: PDFDict[] | undefined): void => {
    const value = context.lookup(kid);
    if (value instanceof PDFNumber) mark(inherited, undefined, value);
    if (value instanceof PDFArray) for (const part of value.asArray()) visit(part, inherited, link);
    if (!(value instanceof PDFDict)) return;
    const page = value.get(PDFName.of('Pg')) ?? inherited;
    const type = value.get(PDFName.of('Type'));
    if (type === PDFName.of('MCR')) {
      mark(page, value.get(PDFName.of('Stm')), value.get(PDFName.of('MCID')));
    } else if (type === PDFName.of('OBJR')) {
      const annotation = value.lookup(PDFName.of('Obj'));
      if (annotation instanceof PDFDict) link?.push(annotation);
    } else {
      const isLink = value.get(PDFName.of('S')) === PDFName.of('Link');
      const inside: PDFDict[] | undefined = isLink ? [] : link;
      if (isLink && inside) links.push(inside);
      visit(value.get(PDFName.of('K')), page, inside);
    }
  };
  visit(root.get(PDFName.of('K')), undefined, undefined);
  return { marks, links };
}
