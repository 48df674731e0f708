import { type DrawnText, markKey } from './drawn-text.ts';
import type { FormTree } from './form-trees.ts';
import type { OpenPdf } from './pdfium.ts';

/** A text object, as far as all its characters share it. */
interface TextObject {
  readonly font: string;
  readonly mark: string | undefined;
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/** How far past an edge a glyph may reach before it counts, in points: less is not seen. */
const tolerance = 0.25;
const formType = 5;

/**
 * Reads the text of all pages in painting order, with fonts, marked content and edges.
 *
 * @param forms the form XObjects of each page: pdfium's interface does not name them
 */
export function readDrawnText(open: OpenPdf, forms: readonly FormTree[]): readonly DrawnText[] {
  return forms.flatMap((tree, index) => readPage(open, index, tree));
}

function readPage(open: OpenPdf, index: number, tree: FormTree): readonly DrawnText[] {
  const { pdfium, document } = open;
  const page = pdfium.FPDF_LoadPage(document, index);
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    const objectOf = objectReader(open, index + 1, formOfObjects(open, page, tree));
    const isOutside = edgeTest(open, page, textPage);
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
        current = { page: index + 1, text: '', font, mark, outside: false };
        drawn.push(current);
      }
      current.text += character;
      current.outside ||= character.trim() !== '' && isOutside(i);
    }
    return drawn;
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
    pdfium.FPDF_ClosePage(page);
  }
}

function readCharacter(code: number): string {
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
}

function edgeTest({ pdfium, floats, doubles }: OpenPdf, page: number, textPage: number): (index: number) => boolean {
  // A structure of left, top, right and bottom.
  const edges = floats((rectangle) => pdfium.FPDF_GetPageBoundingBox(page, rectangle));
  if (!edges) throw new Error('Verifying the PDF: pdfium does not tell the size of a page');
  const [left, top, right, bottom] = edges;
  return (index) => {
    const box = doubles((...addresses) => pdfium.FPDFText_GetCharBox(textPage, index, ...addresses));
    if (!box) return false;
    const [boxLeft, boxRight, boxBottom, boxTop] = box;
    return (
      boxLeft < left - tolerance ||
      boxRight > right + tolerance ||
      boxBottom < bottom - tolerance ||
      boxTop > top + tolerance
    );
  };
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
