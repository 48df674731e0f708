import type * as Pdfium from '@embedpdf/pdfium';
import { runtimeOf, withRoom } from '../pdfium-runtime.ts';

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
