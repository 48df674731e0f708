import { deflated } from './flate.ts';
import type { PdfObject, Stream } from './objects.ts';

/** Where an object stands in a file: at an offset, or as the nth object of an object stream. */
export type Location = { readonly offset: number } | { readonly container: number; readonly index: number };

/** Bytes of an entry: what kind it is, an offset or a container, an index. */
const widths = [1, 4, 2] as const;
const width = 7;

/** The cross-reference stream of a file, which is its trailer, too (ISO 32000-1, 7.5.8). */
export function writeCrossReference(
  locations: readonly (Location | undefined)[],
  trailer: Readonly<Record<string, PdfObject>>,
): Stream {
  const table = Buffer.alloc(locations.length * width);
  // The first entry is of no object (ISO 32000-1, table 18).
  table.writeUInt16BE(0xffff, 5);
  for (const [number, location] of locations.entries()) {
    if (!location) continue;
    const isOffset = 'offset' in location;
    table.writeUInt8(isOffset ? 1 : 2, number * width);
    table.writeUInt32BE(isOffset ? location.offset : location.container, number * width + 1);
    table.writeUInt16BE(isOffset ? 0 : location.index, number * width + 5);
  }
  return deflated(table, { Type: '/XRef', Size: locations.length, W: widths, ...trailer });
}
