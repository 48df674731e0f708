import type * as Pdfium from '@embedpdf/pdfium';

/** A tag, as far as it is on a page (ISO 32000-1, 14.7.2). */
export interface Tag {
  /** Its standard structure type: P, H2, TR, Figure … */
  readonly type: string;
  /** BCP 47; empty where it says none. */
  readonly lang: string;
  /** What its content says, where its glyphs do not say it themselves. */
  readonly actual: string;
  readonly alt: string;
  /** Tags, and marked content by its number. */
  readonly kids: readonly (Tag | number)[];
}

/** Reads the tags of a page, in their order. */
export function readTags(pdfium: Pdfium.WrappedPdfiumModule, page: number): readonly Tag[] {
  const tree = pdfium.FPDF_StructTree_GetForPage(page);
  if (tree === 0) return [];
  try {
    return range(pdfium.FPDF_StructTree_CountChildren(tree)).map((index) =>
      readTag(pdfium, pdfium.FPDF_StructTree_GetChildAtIndex(tree, index)),
    );
  } finally {
    pdfium.FPDF_StructTree_Close(tree);
  }
}

function readTag(pdfium: Pdfium.WrappedPdfiumModule, element: number): Tag {
  const text = (ask: (element: number, room: number, size: number) => number) => wideText(pdfium, element, ask);
  return {
    type: text(pdfium.FPDF_StructElement_GetType),
    lang: text(pdfium.FPDF_StructElement_GetLang),
    actual: text(pdfium.FPDF_StructElement_GetActualText),
    alt: text(pdfium.FPDF_StructElement_GetAltText),
    kids: range(pdfium.FPDF_StructElement_CountChildren(element)).flatMap((index): readonly (Tag | number)[] => {
      const mark = pdfium.FPDF_StructElement_GetChildMarkedContentID(element, index);
      if (mark >= 0) return [mark];
      const kid = pdfium.FPDF_StructElement_GetChildAtIndex(element, index);
      // What is on other pages, and annotations.
      return kid === 0 ? [] : [readTag(pdfium, kid)];
    }),
  };
}

/** Asks for a text in UTF-16: first for its length in bytes, with the zero at its end. */
function wideText(
  pdfium: Pdfium.WrappedPdfiumModule,
  element: number,
  ask: (element: number, room: number, size: number) => number,
): string {
  const size = ask(element, 0, 0);
  if (size <= 2) return '';
  return withRoom(pdfium, size, (room) => {
    ask(element, room, size);
    return new TextDecoder('utf-16le').decode(runtimeOf(pdfium).HEAPU8.slice(room, room + size - 2));
  });
}

function range(count: number): readonly number[] {
  return Array.from({ length: Math.max(0, count) }, (_, index) => index);
}

/** A character that a page paints. Lengths are in points, from the page's top left corner. */
export interface Character {
  /** Its place in pdfium's order. */
  readonly index: number;
  readonly text: string;
  readonly kind: 'glyph' | 'space' | 'made space';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** What pdfium puts where a hyphen ends a line. */
const lineEndHyphen = 0x02;
/** Narrower, in points, no hyphen is: Chromium (153) writes a soft one without any width, and paints its sign apart. */
const leastHyphen = 0.1;

/**
 * Reads the characters of a page by the marked content that they belong to (ISO 32000-1, 14.7.4), each in pdfium's order.
 * What is not tagged is decoration, and left out. Spaces that pdfium makes, since there is room, go with what is before them.
 *
 * @param height of the page, in points
 */
export function readCharacters(
  pdfium: Pdfium.WrappedPdfiumModule,
  page: number,
  height: number,
): ReadonlyMap<number, readonly Character[]> {
  const ofMark = new Map<number, Character[]>();
  const textPage = pdfium.FPDFText_LoadPage(page);
  try {
    withRoom(pdfium, 16, (room) => {
      const count = pdfium.FPDFText_CountChars(textPage);
      let mark = -1;
      for (let index = 0; index < count; index += 1) {
        const object = pdfium.FPDFText_GetTextObject(textPage, index);
        if (object !== 0) mark = pdfium.FPDFPageObj_GetMarkedContentID(object);
        if (mark < 0) continue;
        pdfium.FPDFText_GetLooseCharBox(textPage, index, room);
        const [left = 0, top = 0, right = 0, bottom = 0] = new Float32Array(runtimeOf(pdfium).HEAPU8.buffer, room, 4);
        const text = textOf(pdfium.FPDFText_GetUnicode(textPage, index), right - left);
        const isSpace = text.trim() === '' && text !== '';
        const kind = !isSpace ? 'glyph' : object === 0 ? 'made space' : 'space';
        const found = ofMark.get(mark) ?? [];
        ofMark.set(mark, found);
        found.push({ index, text, kind, left, right, top: height - top, bottom: height - bottom });
      }
    });
  } finally {
    pdfium.FPDFText_ClosePage(textPage);
  }
  return ofMark;
}

/** Soft hyphens say where a word may be broken, and are no part of it. */
function textOf(code: number, width: number): string {
  if (code === lineEndHyphen) return width < leastHyphen ? '' : '-';
  if (code === 0xad || code === 0 || code > 0x10ffff) return '';
  return String.fromCodePoint(code);
}

/** The part of the WebAssembly runtime in use: its package declares it by types that it does not bring. */
interface Runtime {
  /** Another array after each growth of the memory. */
  readonly HEAPU8: Uint8Array;
  readonly wasmExports: { malloc(size: number): number; free(address: number): void };
}

/** The runtime behind pdfium's functions. */
export function runtimeOf(pdfium: Pdfium.WrappedPdfiumModule): Runtime {
  return pdfium.pdfium as unknown as Runtime;
}

/** Lends memory of pdfium's for as long as `use` runs. */
export function withRoom<T>(pdfium: Pdfium.WrappedPdfiumModule, size: number, use: (address: number) => T): T {
  const { wasmExports } = runtimeOf(pdfium);
  const room = wasmExports.malloc(size);
  try {
    return use(room);
  } finally {
    wasmExports.free(room);
  }
}
