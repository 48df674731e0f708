import { textString } from '../file/data-structures.ts';
import { dictionary, type PdfObject } from '../file/objects.ts';
import type { Attributes, Cell } from './element.ts';

/** Adds the entries of a structure element that come from its attributes (ISO 32000-1, tables 323 and 344 to 349). */
export function addAttributes(entries: Map<string, PdfObject>, attributes: Attributes): void {
  const { id, language, alt, actualText } = attributes;
  if (id !== undefined) entries.set('ID', textString(id));
  if (language !== undefined) entries.set('Lang', textString(language));
  if (alt !== undefined) entries.set('Alt', textString(alt));
  if (actualText !== undefined) entries.set('ActualText', textString(actualText));
  const objects = attributeObjects(attributes);
  if (objects.length > 0) entries.set('A', objects.length === 1 ? (objects[0] ?? null) : objects);
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

/** What is as it is without saying so is not said. */
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
