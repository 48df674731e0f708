import { dictionary, type PdfObject } from '../file/objects.ts';
import { textString } from '../file/text-string.ts';
import type { Attributes, Cell } from './element.ts';

/** The entries of a structure element that come from its attributes (ISO 32000-1, tables 323 and 344 to 349). */
export function attributeEntries(attributes: Attributes): Readonly<Record<string, PdfObject | undefined>> {
  const { id, language, alt, actualText } = attributes;
  const words = (text: string | undefined) => (text === undefined ? undefined : textString(text));
  const objects = attributeObjects(attributes);
  return {
    ID: words(id),
    Lang: words(language),
    Alt: words(alt),
    ActualText: words(actualText),
    A: objects.length > 1 ? objects : objects[0],
  };
}

function attributeObjects({ numbering, cell, box, others = [] }: Attributes): readonly PdfObject[] {
  return [
    ...(numbering === undefined ? [] : [dictionary({ O: '/List', ListNumbering: `/${numbering}` })]),
    ...(cell ? cellObjects(cell) : []),
    ...(box ? [dictionary({ O: '/Layout', BBox: [box.left, box.bottom, box.right, box.top].map(hundredths) })] : []),
    ...others,
  ];
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
