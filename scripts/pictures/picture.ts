import { PNG } from 'pngjs';

/** A raster: rows from the top, four bytes a pixel, red, green, blue, opacity. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A part of a picture, in pixels from its upper left corner. */
export interface Area {
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
