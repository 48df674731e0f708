import { isReference } from '../file/objects.ts';
import { resources } from './resources.ts';
import {
  anything,
  arrayOf,
  byKey,
  dictionaryOf,
  either,
  later,
  name,
  named,
  number,
  numbers,
  oneOf,
  type Shape,
  streamOf,
  string,
} from './shape.ts';

/** A place on a page (ISO 32000-1, 12.3.2.2). */
const place: Shape = (object, walk) => {
  if (!Array.isArray(object)) return false;
  const [page, kind, ...where] = object;
  if (!isReference(page) || kind !== '/XYZ' || where.length !== 3) return false;
  return where.every((item) => item === null || number(item, walk));
};

/** To an address (ISO 32000-1, 12.6.4.7). What runs, plays, sends or opens anything is forbidden (ISO 19005-3, 6.5.1). */
const action = byKey('S', {
  URI: dictionaryOf('the action of a link', { Type: oneOf('/Action'), S: name, 'URI!': string }),
});

/** ISO 32000-1, 12.5.6.5; it is printed and nothing hides it (ISO 19005-3, 6.3.2). */
const link = dictionaryOf('a link', {
  Type: oneOf('/Annot'),
  'Subtype!': oneOf('/Link'),
  'Rect!': numbers(4),
  Border: numbers(3),
  'F!': oneOf(4),
  Contents: string,
  StructParent: number,
  A: action,
  Dest: either(name, string, place),
});

/** In points, as PDF/A allows it (ISO 19005-3, 6.1.13). */
const [shortest, longest] = [3, 14_400] as const;

const pageBox: Shape = (object, walk) => {
  if (!numbers(4)(object, walk)) return false;
  const [left = 0, bottom = 0, right = 0, top = 0] = (object as readonly number[]).map(Number);
  return [Math.abs(right - left), Math.abs(top - bottom)].every((side) => side >= shortest && side <= longest);
};

/** What pages have from those around them (ISO 32000-1, 7.7.3.4). */
const inheritable = { Resources: later(() => resources), MediaBox: pageBox, CropBox: pageBox };

const page = dictionaryOf('a page', {
  Type: oneOf('/Page'),
  Parent: anything,
  ...inheritable,
  'Contents!': streamOf('the content of a page', {}),
  StructParents: number,
  Tabs: oneOf('/S'),
  Annots: arrayOf({ of: 'a page', key: 'Annots' }, link),
});

const pages: Shape = dictionaryOf('the pages', {
  Type: oneOf('/Pages'),
  Parent: anything,
  Count: number,
  ...inheritable,
  Kids: arrayOf({ of: 'the pages', key: 'Kids' }, byKey('Type', { Page: page, Pages: later(() => pages) })),
});

/** ISO 32000-1, 12.3.3. Entries are found by the first of each level and the next of each. */
const outlineEntry: Shape = dictionaryOf('an entry of the outline', {
  Title: string,
  Count: number,
  Dest: place,
  SE: anything,
  Parent: anything,
  Prev: anything,
  Last: anything,
  First: later(() => outlineEntry),
  Next: later(() => outlineEntry),
});

/** ISO 32000-1, 7.7.2, as far as a document is printed; the rest is made here. */
export const catalogue: Shape = dictionaryOf('the catalogue', {
  Type: oneOf('/Catalog'),
  Pages: pages,
  Dests: named('the destinations', place),
  Outlines: dictionaryOf('the outline', {
    Type: oneOf('/Outlines'),
    Count: number,
    First: outlineEntry,
    Last: anything,
  }),
  ViewerPreferences: dictionaryOf('the viewer preferences', {
    Type: oneOf('/ViewerPreferences'),
    DisplayDocTitle: oneOf(true),
  }),
  Lang: string,
  MarkInfo: anything,
  StructTreeRoot: anything,
  Metadata: anything,
  OutputIntents: anything,
  PageLabels: anything,
});
