import { decodeText } from '../file/data-structures.ts';
import { type Dictionary, isArray, isDictionary, isName, isString, type PdfObject } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Attributes, Cell } from './element.ts';

/** Reads attribute objects (ISO 32000-1, 14.7.5): one, or an array of them. */
export function readAttributeObjects(object: PdfObject | undefined, pdf: PdfFile): Attributes {
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
