import { type OpenPdf, openPdf } from '../../press/verify/pdfium.ts';
import { renderPages } from '../pictures/picture.ts';

/** No character, spaces and line ends. */
const blank: ReadonlySet<number> = new Set([0, 0x09, 0x0a, 0x0d, 0x20, 0xa0]);

/** Pixels a point: a hair line is still a pixel. */
const scale = 1;

/**
 * Holds a finished PDF against the print that it was made from: every pixel of every page, as pdfium draws it, and the
 * text that pdfium extracts from it.
 *
 * @returns a sentence for each page that differs
 */
export async function compareLooks(print: Uint8Array, pdf: Uint8Array): Promise<readonly string[]> {
  await using before = await openPdf(print);
  await using after = await openPdf(pdf);
  const [wanted, found] = [before, after].map(countPages);
  if (wanted !== found) return [`the print has ${wanted} pages, the finished PDF ${found}`];
  return Array.from({ length: wanted ?? 0 }, (_, index) => index + 1).flatMap((page) =>
    comparePage(before, after, page),
  );
}

function comparePage(before: OpenPdf, after: OpenPdf, page: number): readonly string[] {
  const [one, other] = [before, after].map((open) => renderPages(open, [page], scale)[0]);
  if (!one || !other) return [`page ${page} cannot be drawn`];
  const isSame = Buffer.from(one.pixels).equals(other.pixels) && one.width === other.width;
  const looks = isSame ? [] : [`page ${page} looks different from its print, first at ${firstPixel(one, other)}`];
  const texts = textOf(before, page) === textOf(after, page) ? [] : [`page ${page} gives another text than its print`];
  return [...looks, ...texts];
}

function firstPixel(
  one: { readonly width: number; readonly pixels: Uint8Array },
  other: { readonly pixels: Uint8Array },
) {
  const at = Math.floor(one.pixels.findIndex((byte, index) => byte !== other.pixels[index]) / 4);
  return `${at % one.width} points from the left and ${Math.floor(at / one.width)} from the top`;
}

function countPages({ pdfium, document }: OpenPdf): number {
  return pdfium.FPDF_GetPageCount(document);
}

function textOf({ pdfium, document }: OpenPdf, number: number): string {
  const page = pdfium.FPDF_LoadPage(document, number - 1);
  const text = pdfium.FPDFText_LoadPage(page);
  const count = pdfium.FPDFText_CountChars(text);
  // What pdfium puts between words and lines of its own accord is a guess, and not in the PDF; finishing adds spaces.
  const codes = Array.from({ length: Math.max(0, count) }, (_, index) =>
    pdfium.FPDFText_IsGenerated(text, index) === 1 ? 0 : pdfium.FPDFText_GetUnicode(text, index),
  ).filter((code) => !blank.has(code));
  pdfium.FPDFText_ClosePage(text);
  pdfium.FPDF_ClosePage(page);
  // Finishing adds the spaces at which lines break, and pdfium guesses spaces and line ends by the room between glyphs.
  return codes.filter((code) => !/\s/.test(String.fromCodePoint(code))).join(' ');
}
