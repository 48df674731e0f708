import { deflateSync, inflateSync } from 'node:zlib';

/**
 * The objects of a PDF as values (ISO 32000-1, 7.3). Numbers are JavaScript's, names are strings with their slash,
 * arrays are arrays and dictionaries are maps by keys without the slash.
 */
export type PdfObject =
  | null
  | boolean
  | number
  | Name
  | PdfString
  | Reference
  | readonly PdfObject[]
  | Dictionary
  | Stream;

/** A name, with its slash and without escapes: "/Type". */
export type Name = `/${string}`;

/** A string object: its bytes, a character each. `decodeText` reads it, `textString` makes one. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: string;
}

/** An indirect object by its number; finished files have one generation only. */
export interface Reference {
  readonly kind: 'reference';
  readonly number: number;
}

export type Dictionary = ReadonlyMap<string, PdfObject>;

/** A stream: its dictionary and its bytes as they stand in the file, still encoded. */
export interface Stream {
  readonly kind: 'stream';
  readonly dictionary: Dictionary;
  readonly bytes: Uint8Array;
}

/** A dictionary from a record; what is undefined is left out. */
export function dictionary(entries: Readonly<Record<string, PdfObject | undefined>>): Dictionary {
  const made = new Map<string, PdfObject>();
  for (const key in entries) {
    const value = entries[key];
    if (value !== undefined) made.set(key, value);
  }
  return made;
}

export function isName(object: PdfObject | undefined): object is Name {
  return typeof object === 'string';
}

export function isArray(object: PdfObject | undefined): object is readonly PdfObject[] {
  return Array.isArray(object);
}

export function isDictionary(object: PdfObject | undefined): object is Dictionary {
  return object instanceof Map;
}

export function isString(object: PdfObject | undefined): object is PdfString {
  return isKind(object, 'string');
}

export function isReference(object: PdfObject | undefined): object is Reference {
  return isKind(object, 'reference');
}

export function isStream(object: PdfObject | undefined): object is Stream {
  return isKind(object, 'stream');
}

function isKind(object: PdfObject | undefined, kind: string): boolean {
  return typeof object === 'object' && object !== null && 'kind' in object && object.kind === kind;
}

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

/**
 * The limits of PDF/A (ISO 19005-3, 6.1.13): bytes of a string and of a name, numbers, how deep states are saved, and how
 * many objects a file has.
 */
export const limits = {
  string: 32_767,
  name: 127,
  integer: 2_147_483_647,
  real: 3.403e38,
  saves: 28,
  objects: 8_388_607,
} as const;
