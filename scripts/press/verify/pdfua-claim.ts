import { PDFArray, PDFDict, type PDFDocument, PDFName, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { OpenPdf } from './pdfium.ts';

/** A tag, and the type of what it is in. */
interface Tag {
  readonly type: string;
  readonly parent: string;
  readonly entries: PDFDict;
  readonly kids: readonly PDFDict[];
}

/** What a tag has to be or to have, by its type: undefined where it has, else what is wrong. */
const rules: Readonly<Record<string, (tag: Tag) => string | undefined>> = {
  Figure: ({ entries }) => (entries.has(PDFName.of('Alt')) ? undefined : 'without alternative text'),
  Note: ({ entries }) => (entries.has(PDFName.of('ID')) ? undefined : 'without an id'),
  Link: ({ kids }) => (kids.some((kid) => typeOf(kid) === 'OBJR') ? undefined : 'that leads nowhere'),
  LI: ({ parent }) => (parent === 'L' ? undefined : 'outside a list'),
  TOCI: ({ parent }) => (parent === 'TOC' ? undefined : 'outside a list of contents'),
  TR: ({ parent }) => (['Table', 'THead', 'TBody', 'TFoot'].includes(parent) ? undefined : 'outside a table'),
  TH: ({ parent }) => (parent === 'TR' ? undefined : 'outside a row'),
  TD: ({ parent }) => (parent === 'TR' ? undefined : 'outside a row'),
};

/**
 * Makes sure that a PDF which claims PDF/UA is what it claims, as far as that is quickly seen: all that is painted is
 * tagged or an artifact, headings skip no level, and tags hold what they must. A document of ours can only fail by a fault
 * of ours.
 *
 * @param unmarked a page that paints what stands in no marked content
 * @throws Error that says what is wrong
 */
export function checkPdfUaClaim(document: PDFDocument, unmarked: number | undefined): void {
  if (!claimsAccessibility(document)) return;
  if (unmarked !== undefined) throw fault(`page ${unmarked} paints what is neither tagged nor decoration`);
  let level = 0;
  for (const tag of tagsOf(document)) {
    const wrong = rules[tag.type]?.(tag);
    if (wrong !== undefined) throw fault(`there is a ${tag.type} ${wrong}`);
    const own = Number(/^H([1-6])$/.exec(tag.type)?.[1] ?? level);
    if (own > level + 1) throw fault(`a heading of level ${own} follows one of level ${level}`);
    level = own;
  }
}

function fault(wrong: string): Error {
  return new Error(`Verifying the PDF: it claims PDF/UA, but ${wrong}; tell those who maintain the press`);
}

function claimsAccessibility(document: PDFDocument): boolean {
  const metadata = document.catalog.lookup(PDFName.of('Metadata'));
  return metadata instanceof PDFRawStream && Buffer.from(metadata.contents).includes('<pdfuaid:part>');
}

/** All tags, in reading order. */
function* tagsOf(document: PDFDocument): Generator<Tag> {
  const root = document.catalog.lookup(PDFName.of('StructTreeRoot'));
  if (root instanceof PDFDict) for (const kid of kidsOf(root)) yield* tagsUnder(kid, '');
}

function* tagsUnder(entries: PDFDict, parent: string): Generator<Tag> {
  const name = entries.get(PDFName.of('S'));
  if (!(name instanceof PDFName)) return;
  const type = name.decodeText();
  const kids = kidsOf(entries);
  yield { type, parent, entries, kids };
  for (const kid of kids) yield* tagsUnder(kid, type);
}

function kidsOf(entries: PDFDict): readonly PDFDict[] {
  const value: PDFObject | undefined = entries.lookup(PDFName.of('K'));
  const kids = value instanceof PDFArray ? value.asArray().map((kid) => entries.context.lookup(kid)) : [value];
  return kids.filter((kid) => kid instanceof PDFDict);
}

function typeOf(entries: PDFDict): string {
  const type = entries.get(PDFName.of('Type'));
  return type instanceof PDFName ? type.decodeText() : '';
}

/** The kind of a form XObject in pdfium's fpdf_edit.h. */
const formType = 5;

/** The first page that paints what stands in no marked content, neither tagged nor an artifact; undefined where none does. */
export function unmarkedPage({ pdfium, document }: OpenPdf): number | undefined {
  const isMarked = (object: number): boolean => {
    if (pdfium.FPDFPageObj_CountMarks(object) > 0) return true;
    if (pdfium.FPDFPageObj_GetType(object) !== formType) return false;
    const count = pdfium.FPDFFormObj_CountObjects(object);
    return all(count, (index) => isMarked(pdfium.FPDFFormObj_GetObject(object, index)));
  };
  const pages = pdfium.FPDF_GetPageCount(document);
  for (let index = 0; index < pages; index += 1) {
    const page = pdfium.FPDF_LoadPage(document, index);
    const count = pdfium.FPDFPage_CountObjects(page);
    const isWhole = all(count, (at) => isMarked(pdfium.FPDFPage_GetObject(page, at)));
    pdfium.FPDF_ClosePage(page);
    if (!isWhole) return index + 1;
  }
  return undefined;
}

function all(count: number, holds: (index: number) => boolean): boolean {
  for (let index = 0; index < count; index += 1) if (!holds(index)) return false;
  return true;
}
