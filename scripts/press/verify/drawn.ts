import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFRef,
} from '@cantoo/pdf-lib';
import { around, type Box, isOnLine, reachesPast } from './box.ts';
import type { OpenPdf } from './pdfium.ts';

/** Text that a page draws in one go: a line of a block or a part of one. */
export interface DrawnText {
  /** Counted from 1. */
  readonly page: number;
  readonly text: string;
  /** The font's name in the PDF, with its subset prefix. */
  readonly font: string;
  /** The marked content that it belongs to, by `markKey`; undefined where it is not tagged. */
  readonly mark: string | undefined;
  /** Around the ink of its characters: one a stretch of a line, since pdfium reads on over a hyphen at a line's end. */
  readonly boxes: readonly Box[];
  /** True when a character's box reaches past the page's edge. */
  readonly outside: boolean;
}

/** Lines and areas that a page draws in one go. */
interface DrawnShape {
  /** Counted from 1. */
  readonly page: number;
  /** The marked content that it belongs to, by `markKey`; undefined where it is not tagged. */
  readonly mark: string | undefined;
  readonly box: Box;
}

/** All that the pages draw, in painting order. */
export interface Drawn {
  readonly texts: readonly DrawnText[];
  readonly shapes: readonly DrawnShape[];
}

/**
 * Reads what all pages draw: text in painting order, with fonts, marked content and boxes, and the boxes of shapes.
 *
 * @param open the PDF in pdfium
 * @param document the same in pdf-lib: pdfium's interface does not name the form XObjects
 */
export function readDrawn(open: OpenPdf, document: PDFDocument): Drawn {
  const pages = formTrees(document).map((tree, index) => readPage(open, index, tree));
  return { texts: pages.flatMap(({ texts }) => texts), shapes: pages.flatMap(({ shapes }) => shapes) };
}

/**
 * Names marked content (ISO 32000-1, 14.7.4). Its number counts within a stream: that of the page, or of a form
 * XObject on it, such as Chromium makes for what is translucent.
 *
 * @param form the form XObject as "12 0 R"; empty for the page's own stream
 */
export function markKey(page: number, form: string, number: number): string {
  return `${page} ${form} ${number}`;
}

/** How far past an edge a glyph may reach before it counts, in points: less is not seen. */
const tolerance = 0.25;
/** Characters further apart, in points, are not of one stretch of a line: labels of a drawing share their mark. */
const gap = 12;
/** By how much the ink of a character may lie before that of the one before it, in points. */
const overhang = 1;
/** The kinds of page objects in pdfium's fpdf_edit.h. */
const [textType, formType] = [1, 5];

function readPage(open: OpenPdf, index: number, tree: FormTree): Drawn {
  const { pdfium, document } = open;
  const page = pdfium.FPDF_LoadPage(document, index);
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    const formOf = formOfObjects(open, page, tree);
    return { texts: readTexts(open, index + 1, { page, textPage, formOf }), shapes: readShapes(open, index + 1, page) };
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
    pdfium.FPDF_ClosePage(page);
  }
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

interface OpenPage {
  readonly page: number;
  readonly textPage: number;
  readonly formOf: ReadonlyMap<number, string>;
}

function readTexts(open: OpenPdf, number: number, { page, textPage, formOf }: OpenPage): readonly DrawnText[] {
  const { pdfium } = open;
  const objectOf = objectReader(open, number, formOf);
  const boxOf = boxReader(open, textPage);
  const isOutside = edgeTest(open, page);
  const drawn: Mutable<DrawnText>[] = [];
  let current: Mutable<DrawnText> | undefined;
  const count = pdfium.FPDFText_CountChars(textPage);
  for (let i = 0; i < count; i += 1) {
    const pointer = pdfium.FPDFText_GetTextObject(textPage, i);
    const character = readCharacter(pdfium.FPDFText_GetUnicode(textPage, i));
    // Spaces and line ends that pdfium puts between objects belong to none.
    if (pointer === 0) {
      if (current) current.text += character;
      if (character === '\n') current = undefined;
      continue;
    }
    // Chromium may write each glyph as an object of its own.
    const { font, mark } = objectOf(pointer);
    if (current?.font !== font || current.mark !== mark) {
      current = { page: number, text: '', font, mark, boxes: [], outside: false };
      drawn.push(current);
    }
    current.text += character;
    const box = character.trim() === '' ? undefined : boxOf(i);
    if (!box) continue;
    current.boxes = joined(current.boxes, box);
    current.outside ||= isOutside(box);
  }
  return drawn;
}

/** Paths and pictures of the page's own stream; those in groups are left out. */
function readShapes({ pdfium, floats }: OpenPdf, number: number, page: number): readonly DrawnShape[] {
  const shapes: DrawnShape[] = [];
  const count = pdfium.FPDFPage_CountObjects(page);
  for (let i = 0; i < count; i += 1) {
    const object = pdfium.FPDFPage_GetObject(page, i);
    const type = pdfium.FPDFPageObj_GetType(object);
    if (type === textType || type === formType) continue;
    const bounds = floats((...addresses) => pdfium.FPDFPageObj_GetBounds(object, ...addresses));
    if (!bounds) continue;
    const [left, bottom, right, top] = bounds;
    const mark = pdfium.FPDFPageObj_GetMarkedContentID(object);
    shapes.push({
      page: number,
      mark: mark < 0 ? undefined : markKey(number, '', mark),
      box: { left, bottom, right, top },
    });
  }
  return shapes;
}

/** Boxes with that of the next character, which joins the last where it stands beside it. */
function joined(boxes: readonly Box[], box: Box): readonly Box[] {
  const last = boxes.at(-1);
  // A step to the left, over other text, is taken where a line runs both ways.
  const isBeside = last && isOnLine(last, box) && box.right > last.left - overhang && box.left < last.right + gap;
  return isBeside ? [...boxes.slice(0, -1), around([last, box]) ?? box] : [...boxes, box];
}

function readCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function boxReader({ pdfium, doubles }: OpenPdf, textPage: number): (index: number) => Box | undefined {
  return (index) => {
    const box = doubles((...addresses) => pdfium.FPDFText_GetCharBox(textPage, index, ...addresses));
    return box && { left: box[0], right: box[1], bottom: box[2], top: box[3] };
  };
}

function edgeTest({ pdfium, floats }: OpenPdf, page: number): (box: Box) => boolean {
  // A structure of left, top, right and bottom.
  const edges = floats((rectangle) => pdfium.FPDF_GetPageBoundingBox(page, rectangle));
  if (!edges) throw new Error('Verifying the PDF: pdfium does not tell the size of a page');
  const [left, top, right, bottom] = edges;
  return (box) => reachesPast(box, { left, top, right, bottom }, tolerance);
}

/** A text object, as far as all its characters share it. */
interface TextObject {
  readonly font: string;
  readonly mark: string | undefined;
}

function objectReader(
  { pdfium, text }: OpenPdf,
  page: number,
  formOf: ReadonlyMap<number, string>,
): (pointer: number) => TextObject {
  const fonts = new Map<number, string>();
  return (pointer) => {
    const font = pdfium.FPDFTextObj_GetFont(pointer);
    const name = fonts.get(font) ?? text((room, size) => pdfium.FPDFFont_GetBaseFontName(font, room, size));
    fonts.set(font, name);
    const number = pdfium.FPDFPageObj_GetMarkedContentID(pointer);
    return { font: name, mark: number < 0 ? undefined : markKey(page, formOf.get(pointer) ?? '', number) };
  };
}

/** Which form XObject a text object is drawn in: the nth form that pdfium lists is the nth that the stream calls. */
function formOfObjects({ pdfium }: OpenPdf, page: number, tree: FormTree): ReadonlyMap<number, string> {
  const found = new Map<number, string>();
  if (tree.forms.length === 0) return found;
  const visit = (count: number, objectAt: (index: number) => number, { name, forms }: FormTree) => {
    let next = 0;
    for (let i = 0; i < count; i += 1) {
      const object = objectAt(i);
      if (pdfium.FPDFPageObj_GetType(object) !== formType) {
        found.set(object, name);
        continue;
      }
      const form = forms[next];
      next += 1;
      if (!form) throw new Error('Verifying the PDF: a page draws a group that its content does not call');
      visit(pdfium.FPDFFormObj_CountObjects(object), (j) => pdfium.FPDFFormObj_GetObject(object, j), form);
    }
  };
  visit(pdfium.FPDFPage_CountObjects(page), (i) => pdfium.FPDFPage_GetObject(page, i), tree);
  return found;
}

/** A content stream and the form XObjects that it draws, in that order; a form that is drawn twice stands there twice. */
interface FormTree {
  /** As "12 0 R"; empty for a page. */
  readonly name: string;
  readonly forms: readonly FormTree[];
}

/** The form XObjects (ISO 32000-1, 8.10) of each page. */
function formTrees(document: PDFDocument): readonly FormTree[] {
  return document.getPages().map(({ node }) => {
    const contents = node.Contents();
    const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
    return treeOf(document, '', streams, node.Resources());
  });
}

function treeOf(
  document: PDFDocument,
  name: string,
  streams: readonly PDFObject[],
  resources: PDFDict | undefined,
): FormTree {
  const objects = resources?.lookup(PDFName.of('XObject'));
  if (!(objects instanceof PDFDict)) return { name, forms: [] };
  const forms = streams.flatMap((stream) =>
    calls(document.context.lookup(stream)).flatMap((called) => {
      const form = objects.get(PDFName.of(called));
      const value = document.context.lookup(form);
      if (!(value instanceof PDFRawStream) || value.dict.get(PDFName.of('Subtype')) !== PDFName.of('Form')) return [];
      const own = value.dict.lookup(PDFName.of('Resources'));
      const label = form instanceof PDFRef ? form.toString() : '';
      return [treeOf(document, label, [value], own instanceof PDFDict ? own : resources)];
    }),
  );
  return { name, forms };
}

/** Names before the operator Do. Chromium writes strings in hexadecimal, so that none can look like one. */
function calls(stream: PDFObject | undefined): readonly string[] {
  if (!(stream instanceof PDFRawStream)) return [];
  const content = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1');
  return [...content.matchAll(/\/([^\s/<>[\](){}%]+)\s+Do\b/g)].map((match) => match[1] ?? '');
}
