import { PNG } from 'pngjs';
import type { OpenPdf } from '../../press/verify/pdfium.ts';
import { visionMatrices } from '../../preview/viewer/model/vision.ts';

/** A raster: rows from the top, four bytes a pixel, red, green, blue, opacity. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A part of a picture, in pixels from its upper left corner. */
interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** A picture as a PNG file. */
export function encodePng({ width, height, pixels }: Picture): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(pixels);
  return PNG.sync.write(png, { colorType: 2, deflateLevel: 9 });
}

/** A PNG file as a picture. */
export function decodePng(file: Uint8Array): Picture {
  const { width, height, data } = PNG.sync.read(Buffer.from(file));
  return { width, height, pixels: data };
}

/** Rows of pictures on a light ground, a gap between and around them. */
export function sheetOf(rows: readonly (readonly Picture[])[], gap: number, ground = 208): Picture {
  const rowWidth = (row: readonly Picture[]) => row.reduce((sum, { width }) => sum + width + gap, gap);
  const rowHeight = (row: readonly Picture[]) => Math.max(0, ...row.map(({ height }) => height));
  const width = Math.max(...rows.map(rowWidth));
  const height = rows.reduce((sum, row) => sum + rowHeight(row) + gap, gap);
  const pixels = new Uint8Array(width * height * 4).fill(ground);
  let top = gap;
  for (const row of rows) {
    let left = gap;
    for (const picture of row) {
      place(picture, { pixels, width }, left, top);
      left += picture.width + gap;
    }
    top += rowHeight(row) + gap;
  }
  return { width, height, pixels };
}

function place(picture: Picture, onto: Pick<Picture, 'pixels' | 'width'>, left: number, top: number): void {
  for (let row = 0; row < picture.height; row += 1) {
    const from = row * picture.width * 4;
    onto.pixels.set(picture.pixels.subarray(from, from + picture.width * 4), ((top + row) * onto.width + left) * 4);
  }
}

/** A part of a picture as a picture of its own. */
export function crop(picture: Picture, { left, top, width, height }: Area): Picture {
  const pixels = new Uint8Array(width * height * 4);
  for (let row = 0; row < height; row += 1) {
    const from = ((top + row) * picture.width + left) * 4;
    pixels.set(picture.pixels.subarray(from, from + width * 4), row * width * 4);
  }
  return { width, height, pixels };
}

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

/** Ways to look at a picture: as it is, without colour, and as somebody sees it who has no cones for green. */
export const treatments = ['colour', 'grey', 'deuteranopia'] as const;
export type Treatment = (typeof treatments)[number];

/** A picture as it is seen under a treatment. */
export function treated(picture: Picture, treatment: Treatment): Picture {
  if (treatment === 'colour') return picture;
  const matrix = visionMatrices[treatment];
  const pixels = Uint8Array.from(picture.pixels);
  for (let at = 0; at < pixels.length; at += 4) {
    const light = [0, 1, 2].map((channel) => linear[pixels[at + channel] ?? 0] ?? 0);
    matrix.forEach((row, channel) => {
      pixels[at + channel] = encoded(row.reduce((sum, weight, index) => sum + weight * (light[index] ?? 0), 0));
    });
  }
  return { ...picture, pixels };
}

/** Linear light of each byte (IEC 61966-2-1, sRGB). */
const linear = Float64Array.from({ length: 256 }, (_, byte) => {
  const value = byte / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
});

function encoded(light: number): number {
  const value = light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055;
  return Math.round(Math.min(1, Math.max(0, value)) * 255);
}
