import type { Box } from '../content/geometry.ts';
import { decodeText, textString } from '../file/data-structures.ts';
import {
  type Dictionary,
  dictionary,
  isArray,
  isDictionary,
  isName,
  isString,
  type PdfObject,
} from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';

/** What a structure element says of itself besides its type. */
export interface Attributes {
  /** Of the elements of a document no two have the same. */
  readonly id?: string;
  /** A BCP 47 tag, where it differs from that around it. */
  readonly language?: string;
  /** The alternative text of a picture. */
  readonly alt?: string;
  /** What is read in place of the glyphs. */
  readonly actualText?: string;
  /** The standard names of the list's labels: "Decimal". */
  readonly numbering?: string;
  readonly cell?: Cell;
  /** Where a figure stands on its page, in points. */
  readonly box?: Box;
  /** Attribute objects that are passed on as they are. */
  readonly others?: readonly PdfObject[];
}

/** Attributes of a table's cell (ISO 32000-1, table 349). */
export interface Cell {
  readonly scope: 'Row' | 'Column' | 'Both' | undefined;
  readonly rowSpan: number;
  readonly columnSpan: number;
  /** The ids of the cells that head it. */
  readonly headers: readonly string[];
}

/** Most tags say nothing of themselves. */
export const noAttributes: Attributes = {};
const noEntries: Dictionary = new Map();

/** Reads what a structure element has besides its type and kids. */
export function readAttributes(entries: Dictionary, pdf: PdfFile): Attributes {
  // Most tags are of runs of text, and say nothing of themselves.
  if (!['ID', 'Alt', 'ActualText', 'A'].some((key) => entries.has(key))) return noAttributes;
  const [id, alt, actualText] = ['ID', 'Alt', 'ActualText'].map((key) => wordsIn(entries, key, pdf));
  return {
    ...(id !== undefined && { id }),
    ...(alt !== undefined && { alt }),
    ...(actualText !== undefined && { actualText }),
    ...readAttributeObjects(entries.get('A'), pdf),
  };
}

/** The text of an entry; undefined where it has none. */
export function wordsIn(entries: Dictionary, key: string, pdf: PdfFile): string | undefined {
  const value = entries.get(key);
  const words = value === undefined ? null : pdf.resolve(value);
  return isString(words) ? decodeText(words) : undefined;
}

/** Reads attribute objects (ISO 32000-1, 14.7.5): one, or an array of them. */
function readAttributeObjects(object: PdfObject | undefined, pdf: PdfFile): Attributes {
  const value = pdf.resolve(object);
  const list = new Map<string, PdfObject>();
  const table = new Map<string, PdfObject>();
  const others: PdfObject[] = [];
  for (const item of isArray(value) ? value : [value]) {
    const object = pdf.resolve(item);
    if (!isDictionary(object)) continue;
    const owner = object.get('O');
    if (owner === '/List') addEntries(list, object);
    else if (owner === '/Table') addEntries(table, object);
    else others.push(object);
  }
  const numbering = list.get('ListNumbering');
  return {
    ...(isName(numbering) && { numbering: numbering.slice(1) }),
    ...(table.size > 0 && { cell: readCell(table, pdf) }),
    ...(others.length > 0 && { others }),
  };
}

/** Chromium writes an object for each attribute. */
function addEntries(to: Map<string, PdfObject>, from: Dictionary): void {
  from.forEach((value, key) => {
    to.set(key, value);
  });
}

function readCell(entries: Dictionary, pdf: PdfFile): Cell {
  const scope = entries.get('Scope');
  const headers = pdf.resolve(entries.get('Headers'));
  return {
    scope: scope === '/Row' ? 'Row' : scope === '/Column' ? 'Column' : scope === '/Both' ? 'Both' : undefined,
    rowSpan: readSpan(entries, 'RowSpan', pdf),
    columnSpan: readSpan(entries, 'ColSpan', pdf),
    headers: isArray(headers) ? headers.filter(isString).map(decodeText) : [],
  };
}

function readSpan(entries: Dictionary, key: string, pdf: PdfFile): number {
  const span = entries.has(key) ? pdf.resolve(entries.get(key)) : 1;
  if (typeof span !== 'number') throw new Error(`the "${key}" of a cell is no number`);
  return span;
}

/** The entries of a structure element that come from its attributes (ISO 32000-1, tables 323 and 344 to 349). */
export function attributeEntries(attributes: Attributes): Dictionary {
  if (attributes === noAttributes) return noEntries;
  const { id, language, alt, actualText } = attributes;
  const entries = new Map<string, PdfObject>();
  if (id !== undefined) entries.set('ID', textString(id));
  if (language !== undefined) entries.set('Lang', textString(language));
  if (alt !== undefined) entries.set('Alt', textString(alt));
  if (actualText !== undefined) entries.set('ActualText', textString(actualText));
  const objects = attributeObjects(attributes);
  if (objects.length > 0) entries.set('A', objects.length === 1 ? (objects[0] ?? null) : objects);
  return entries;
}

function attributeObjects({ numbering, cell, box, others }: Attributes): readonly PdfObject[] {
  const objects: PdfObject[] = [];
  if (numbering !== undefined) objects.push(dictionary({ O: '/List', ListNumbering: `/${numbering}` }));
  if (cell) objects.push(...cellObjects(cell));
  if (box) {
    const corners = [box.left, box.bottom, box.right, box.top].map(hundredths);
    objects.push(dictionary({ O: '/Layout', BBox: corners }));
  }
  if (others) objects.push(...others);
  return objects;
}

/** Values that a cell has by default are left out. */
function cellObjects({ scope, rowSpan, columnSpan, headers }: Cell): readonly PdfObject[] {
  const object = dictionary({
    O: '/Table',
    Scope: scope && `/${scope}`,
    RowSpan: rowSpan === 1 ? undefined : rowSpan,
    ColSpan: columnSpan === 1 ? undefined : columnSpan,
    Headers: headers.length === 0 ? undefined : headers.map(textString),
  });
  return object.size > 1 ? [object] : [];
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}
