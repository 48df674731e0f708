import type { Draft } from '../file/draft.ts';
import { type Dictionary, isArray, isDictionary, isName, isString, type PdfObject } from '../file/objects.ts';
import { decodeText } from '../file/text-string.ts';
import type { Attributes, Cell } from './element.ts';

/** Reads attribute objects (ISO 32000-1, 14.7.5): one, or an array of them. */
export function readAttributeObjects(object: PdfObject | undefined, draft: Draft): Attributes {
  const value = draft.resolve(object);
  const objects = (isArray(value) ? value : [value]).map((item) => draft.resolve(item)).filter(isDictionary);
  const ownedBy = (owner: string): Dictionary => {
    const owned = objects.filter((entries) => entries.get('O') === owner);
    return new Map(owned.flatMap((entries) => [...entries]));
  };
  const numbering = ownedBy('/List').get('ListNumbering');
  const table = ownedBy('/Table');
  const others = objects.filter((entries) => entries.get('O') !== '/List' && entries.get('O') !== '/Table');
  return {
    ...(isName(numbering) && { numbering: numbering.slice(1) }),
    ...(table.size > 0 && { cell: readCell(table, draft) }),
    ...(others.length > 0 && { others }),
  };
}

function readCell(entries: Dictionary, draft: Draft): Cell {
  const scope = entries.get('Scope');
  const headers = draft.resolve(entries.get('Headers'));
  return {
    scope: scope === '/Row' ? 'Row' : scope === '/Column' ? 'Column' : scope === '/Both' ? 'Both' : undefined,
    rowSpan: Number(entries.get('RowSpan') ?? 1),
    columnSpan: Number(entries.get('ColSpan') ?? 1),
    headers: isArray(headers) ? headers.filter(isString).map(decodeText) : [],
  };
}
