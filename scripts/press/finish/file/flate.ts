import { deflateSync, inflateSync } from 'node:zlib';
import { dictionary, type PdfObject, type Stream } from './objects.ts';

/** Of the levels of zlib the one after which files hardly get smaller (8 and 9 take five times as long for 1%). */
const level = 6;

/**
 * A stream of these bytes, packed (ISO 32000-1, 7.4.4). At once: to hand so many small pieces to other threads takes longer
 * than to pack them (19 and 31 ms for 105 pages).
 */
export function deflated(bytes: Uint8Array, entries: Readonly<Record<string, PdfObject>>): Stream {
  const packed = deflateSync(bytes, { level });
  return {
    kind: 'stream',
    dictionary: dictionary({ ...entries, Filter: '/FlateDecode', Length: packed.length }),
    bytes: packed,
  };
}

/** The bytes of a stream as they were before they were packed. @throws Error for any other coding than Flate */
export function inflated({ dictionary: entries, bytes }: Stream): Uint8Array {
  const filter = entries.get('Filter');
  if (filter === undefined) return bytes;
  if (filter !== '/FlateDecode' || entries.has('DecodeParms'))
    throw new Error(`a stream is coded by ${String(filter)}`);
  return inflateSync(bytes);
}
