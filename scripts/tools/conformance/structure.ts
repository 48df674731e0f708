import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { markKey, readDrawn } from '../../press/verify/drawn.ts';
import { openPdf } from '../../press/verify/pdfium.ts';

/** A PDF as this side of the judge reads it: its tags, and the text that each piece of marked content draws. */
export interface TaggedPdf {
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
export async function readTaggedPdf(pdf: Uint8Array): Promise<TaggedPdf> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  await using open = await openPdf(pdf);
  const texts = new Map<string, string>();
  for (const { mark, text } of readDrawn(open, document).texts) {
    if (mark !== undefined) texts.set(mark, (texts.get(mark) ?? '') + text);
  }
  return { structure: readStructure(document), texts, pages: document.getPageCount() };
}

/** A tag of a PDF with what it holds (ISO 32000-1, 14.7.2). */
export interface StructureElement {
  readonly kind: 'element';
  /** The standard type that it is or is mapped to (ISO 32000-1, 14.8.4). */
  readonly type: string;
  /** Its object's number, by which the judge names it; undefined for one that stands within another's object. */
  readonly object: number | undefined;
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly language: string | undefined;
  readonly kids: readonly StructureNode[];
}

/** Marked content that a tag holds. */
interface StructureMark {
  readonly kind: 'mark';
  /** By `markKey`. */
  readonly key: string;
  readonly page: number;
}

/** An annotation that a tag holds: of a link, the area that is clicked. */
interface StructureAnnotation {
  readonly kind: 'annotation';
}

export type StructureNode = StructureElement | StructureMark | StructureAnnotation;

/** What reading a document's tags needs to know of it. */
interface Reading {
  readonly document: PDFDocument;
  readonly pages: ReadonlyMap<string, number>;
  readonly roles: PDFDict | undefined;
  /** Tags on the way down: one that holds itself would have no end. */
  readonly open: ReadonlySet<PDFDict>;
}

/**
 * Reads the tags of a PDF as a tree, by code that has no part in making them. None where it has no tags.
 *
 * @throws Error when a tag holds itself
 */
export function readStructure(document: PDFDocument): readonly StructureNode[] {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (!(root instanceof PDFDict)) return [];
  const roles = root.lookup(PDFName.of('RoleMap'));
  const reading: Reading = {
    document,
    pages: new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1])),
    roles: roles instanceof PDFDict ? roles : undefined,
    open: new Set(),
  };
  return readKids(root.get(PDFName.of('K')), undefined, reading);
}

function readKids(
  kids: PDFObject | undefined,
  page: PDFObject | undefined,
  reading: Reading,
): readonly StructureNode[] {
  const value = reading.document.context.lookup(kids);
  if (value instanceof PDFArray) return value.asArray().flatMap((kid) => readKids(kid, page, reading));
  if (value instanceof PDFNumber) return markOf(page, undefined, value, reading);
  if (!(value instanceof PDFDict)) return [];
  const own = value.get(PDFName.of('Pg')) ?? page;
  const type = value.get(PDFName.of('Type'));
  if (type === PDFName.of('MCR')) {
    return markOf(own, value.get(PDFName.of('Stm')), value.lookup(PDFName.of('MCID')), reading);
  }
  if (type === PDFName.of('OBJR')) return [{ kind: 'annotation' }];
  return [readElement(value, kids, own, reading)];
}

function readElement(
  tag: PDFDict,
  at: PDFObject | undefined,
  page: PDFObject | undefined,
  reading: Reading,
): StructureElement {
  if (reading.open.has(tag)) throw new Error('Reading the tags of the PDF: one of them holds itself');
  const inside = { ...reading, open: new Set([...reading.open, tag]) };
  return {
    kind: 'element',
    type: standardType(tag.get(PDFName.of('S')), reading.roles),
    object: at instanceof PDFRef ? at.objectNumber : undefined,
    alt: stringOf(tag.lookup(PDFName.of('Alt'))),
    actualText: stringOf(tag.lookup(PDFName.of('ActualText'))),
    language: stringOf(tag.lookup(PDFName.of('Lang'))),
    kids: readKids(tag.get(PDFName.of('K')), page, inside),
  };
}

function markOf(
  page: PDFObject | undefined,
  form: PDFObject | undefined,
  number: PDFObject | undefined,
  { pages }: Reading,
): readonly StructureNode[] {
  const at = page instanceof PDFRef ? pages.get(page.toString()) : undefined;
  if (at === undefined || !(number instanceof PDFNumber)) return [];
  const stream = form instanceof PDFRef ? form.toString() : '';
  return [{ kind: 'mark', key: markKey(at, stream, number.asNumber()), page: at }];
}

/** The type that the role map leads to (ISO 32000-1, 14.7.3); a map that leads round in a circle leads nowhere. */
function standardType(name: PDFObject | undefined, roles: PDFDict | undefined): string {
  let type = name;
  for (let steps = 0; steps < 8 && type instanceof PDFName; steps += 1) {
    const mapped = roles?.get(type);
    if (!(mapped instanceof PDFName)) return type.decodeText();
    type = mapped;
  }
  return '';
}

function stringOf(object: PDFObject | undefined): string | undefined {
  return object instanceof PDFString || object instanceof PDFHexString ? object.decodeText() : undefined;
}
