import { PNG } from 'pngjs';

/** A raster: rows from the top, four bytes a pixel, red, green, blue, opacity. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** A picture as a PNG file. */
export function encodePng({ width, height, pixels }: Picture): Uint8Array {
  const png = new PNG({ width, height });
  png.data.set(pixels);
  return PNG.sync.write(png, { colorType: 2 });
}

/** Pictures side by side on a grey ground, a gap between and around them, in rows of a number of columns. */
export function contactSheet(pictures: readonly Picture[], columns: number, gap: number): Picture {
  const cell = {
    width: Math.max(...pictures.map(({ width }) => width)) + gap,
    height: Math.max(...pictures.map(({ height }) => height)) + gap,
  };
  const rows = Math.ceil(pictures.length / columns);
  const width = gap + cell.width * Math.min(columns, pictures.length);
  const height = gap + cell.height * rows;
  const pixels = new Uint8Array(width * height * 4).fill(208);
  pictures.forEach((picture, index) => {
    const left = gap + (index % columns) * cell.width;
    const top = gap + Math.floor(index / columns) * cell.height;
    for (let row = 0; row < picture.height; row += 1) {
      const from = row * picture.width * 4;
      pixels.set(picture.pixels.subarray(from, from + picture.width * 4), ((top + row) * width + left) * 4);
    }
  });
  return { width, height, pixels };
}
