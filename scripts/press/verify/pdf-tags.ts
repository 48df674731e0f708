import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFNumber, type PDFObject, PDFRef } from '@cantoo/pdf-lib';
import { markKey } from './drawn.ts';

/** A tag that stands for a block: a paragraph, a heading, a cell, a figure. Tags within lines are part of theirs. */
export interface TaggedBlock {
  /** Its standard structure type (ISO 32000-1, 14.8.4): P, H2, TR, Figure … */
  readonly type: string;
  /** Whether it is in a call-out, which stands beside the text. */
  readonly aside: boolean;
  /** Its own marked content, by `markKey`, without that of blocks within it. */
  readonly marks: readonly string[];
  /** All of its marked content. */
  readonly allMarks: readonly string[];
}

/** What the tags of a PDF hold, in reading order. */
export interface Tags {
  /** Marked content, by `markKey`. */
  readonly marks: readonly string[];
  readonly blocks: readonly TaggedBlock[];
  /** For each Link tag the annotations that make it: one a line. */
  readonly links: readonly (readonly PDFDict[])[];
}

/** Structure types that stand within a line, or for nothing. */
const withinBlocks: ReadonlySet<string> = new Set([
  'Span',
  'Link',
  'NonStruct',
  'Reference',
  'Note',
  'Quote',
  'Code',
  'Em',
  'Strong',
  'Sub',
]);

interface OpenBlock extends TaggedBlock {
  readonly marks: string[];
  readonly allMarks: string[];
}

/** Where in the tree a visit is. */
interface Visit {
  /** The page that marks without one of their own are on. */
  readonly page: PDFObject | undefined;
  readonly link: PDFDict[] | undefined;
  /** The blocks around, the innermost last. */
  readonly within: readonly OpenBlock[];
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
  const blocks: OpenBlock[] = [];

  const mark = (
    visit: Visit,
    page: PDFObject | undefined,
    form: PDFObject | undefined,
    number: PDFObject | undefined,
  ) => {
    const at = page instanceof PDFRef ? pages.get(page.toString()) : undefined;
    if (at === undefined || !(number instanceof PDFNumber)) return;
    const key = markKey(at, form instanceof PDFRef ? form.toString() : '', number.asNumber());
    marks.push(key);
    visit.within.at(-1)?.marks.push(key);
    for (const block of visit.within) block.allMarks.push(key);
  };
  const walk = (kid: PDFObject | undefined, visit: Visit): void => {
    const value = context.lookup(kid);
    if (value instanceof PDFNumber) mark(visit, visit.page, undefined, value);
    if (value instanceof PDFArray) for (const part of value.asArray()) walk(part, visit);
    if (!(value instanceof PDFDict)) return;
    const page = value.get(PDFName.of('Pg')) ?? visit.page;
    const type = value.get(PDFName.of('Type'));
    if (type === PDFName.of('MCR')) {
      mark(visit, page, value.get(PDFName.of('Stm')), value.get(PDFName.of('MCID')));
    } else if (type === PDFName.of('OBJR')) {
      const annotation = value.lookup(PDFName.of('Obj'));
      if (annotation instanceof PDFDict) visit.link?.push(annotation);
    } else {
      walk(value.get(PDFName.of('K')), enter(value.get(PDFName.of('S')), { ...visit, page }));
    }
  };
  const enter = (tag: PDFObject | undefined, visit: Visit): Visit => {
    const type = tag instanceof PDFName ? tag.decodeText() : '';
    if (type === 'Link') {
      const link: PDFDict[] = [];
      links.push(link);
      return { ...visit, link };
    }
    if (withinBlocks.has(type)) return visit;
    const aside = type === 'Aside' || (visit.within.at(-1)?.aside ?? false);
    const block: OpenBlock = { type, aside, marks: [], allMarks: [] };
    blocks.push(block);
    return { ...visit, within: [...visit.within, block] };
  };
  walk(root.get(PDFName.of('K')), { page: undefined, link: undefined, within: [] });
  return { marks, links, blocks };
}
