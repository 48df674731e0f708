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
