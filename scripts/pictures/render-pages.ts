import type { OpenPdf } from '../press/verify/pdfium.ts';
import type { Picture } from './picture.ts';

/** PDFium's flags: draw annotations, and as for print. */
const forPrint = 0x01 | 0x800;

/**
 * Draws pages of a PDF.
 *
 * @param pages the pages to draw, counted from 1
 * @param scale pixels a point: 2 for reading on a screen
 */
export function renderPages(
  { pdfium, document, memory }: OpenPdf,
  pages: readonly number[],
  scale: number,
): readonly Picture[] {
  return pages.map((number) => {
    const page = pdfium.FPDF_LoadPage(document, number - 1);
    if (page === 0)
      throw new Error(`Drawing page ${number} failed: the PDF has ${pdfium.FPDF_GetPageCount(document)} pages`);
    const width = Math.round(pdfium.FPDF_GetPageWidthF(page) * scale);
    const height = Math.round(pdfium.FPDF_GetPageHeightF(page) * scale);
    const bitmap = pdfium.FPDFBitmap_Create(width, height, 0);
    pdfium.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff);
    pdfium.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, forPrint);
    const size = pdfium.FPDFBitmap_GetStride(bitmap) * height;
    const pixels = fromBgra(memory(pdfium.FPDFBitmap_GetBuffer(bitmap), size));
    pdfium.FPDFBitmap_Destroy(bitmap);
    pdfium.FPDF_ClosePage(page);
    return { width, height, pixels };
  });
}

/** PDFium keeps blue first; the fourth byte is without meaning. */
function fromBgra(pixels: Uint8Array): Uint8Array {
  for (let at = 0; at < pixels.length; at += 4) {
    const blue = pixels[at] ?? 0;
    pixels[at] = pixels[at + 2] ?? 0;
    pixels[at + 2] = blue;
    pixels[at + 3] = 255;
  }
  return pixels;
}
