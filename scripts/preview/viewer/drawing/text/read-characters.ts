import type * as Pdfium from '@embedpdf/pdfium';
import { runtimeOf, withRoom } from '../pdfium-runtime.ts';
import type { Character } from './character.ts';

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
        found.push({ ...{ index, text, kind, left, right }, top: height - top, bottom: height - bottom });
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
