import type { Box } from '../content/geometry.ts';
import { type Mark, type Page, streamsOf } from '../content/pages.ts';
import {
  type Dictionary,
  isArray,
  isDictionary,
  isName,
  isReference,
  type Name,
  type PdfObject,
  type Reference,
} from '../file/objects.ts';
import { type PdfFile, readNumbers } from '../file/pdf-file.ts';
import type { Identities } from '../identity/identities.ts';
import { noAttributes, readAttributes, wordsIn } from './attributes.ts';
import type { Element, Kid } from './element.ts';

/**
 * Reads the structure tree of a print (ISO 32000-1, 14.7.2), with what the page knows of its elements. Marked content that
 * paints nothing is left out, and so are tags of runs of text, and a language that is that around it.
 *
 * @param context what elements are in whose place a language was printed, and the document's language, a BCP 47 tag
 * @throws Error when there is none, or when it has what no print of Chromium has
 */
export function readStructure(
  pdf: PdfFile,
  pages: readonly Page[],
  context: { readonly identities: Identities; readonly language: string },
): Element {
  const { identities, language } = context;
  const catalogue = pdf.resolve(pdf.root);
  const root = isDictionary(catalogue) ? pdf.resolve(catalogue.get('StructTreeRoot')) : null;
  if (!isDictionary(root)) throw new Error('the print has no tags');
  const reading = { pdf, markOf: markFinder(pages), identities, page: undefined, language, visited: [] };
  const kids = readKids(root.get('K'), reading);
  const [document] = kids;
  if (kids.length !== 1 || document?.kind !== 'element') throw new Error('the tags of the print have not one root');
  return { ...document, attributes: { ...document.attributes, language } };
}

interface Reading {
  readonly pdf: PdfFile;
  /** By the numbers of the objects that were met: each has one place. */
  readonly visited: true[];
  readonly markOf: MarkFinder;
  /** The page that content is on which does not say so. */
  readonly page: PdfObject | undefined;
  readonly identities: Identities;
  /** The language around. */
  readonly language: string;
}

/** Finds marked content by its page, or the stream that it stands in, and its MCID. */
type MarkFinder = (owner: PdfObject | undefined, number: number) => Mark | undefined;

function markFinder(pages: readonly Page[]): MarkFinder {
  const marks = new Map<number, ReadonlyMap<number, Mark>>();
  for (const page of pages) {
    for (const stream of streamsOf(page.stream)) marks.set(stream.reference.number, stream.marks);
    marks.set(page.reference.number, page.stream.marks);
  }
  return (owner, number) => (isReference(owner) ? marks.get(owner.number)?.get(number) : undefined);
}

function readKids(object: PdfObject | undefined, reading: Reading): readonly Kid[] {
  const kids: Kid[] = [];
  readInto(kids, object, reading);
  return kids;
}

/** Adds the kids that an object is or leads to. */
function readInto(kids: Kid[], object: PdfObject | undefined, reading: Reading): void {
  const { pdf, markOf, page, visited } = reading;
  if (isReference(object)) {
    if (visited[object.number]) throw new Error(`the tags lead to object ${object.number} twice`);
    visited[object.number] = true;
  }
  const value = pdf.resolveOnce(object);
  if (isArray(value)) {
    for (const item of value) readInto(kids, item, reading);
    return;
  }
  if (typeof value === 'number') addContent(kids, markOf(page, value));
  if (!isDictionary(value)) return;
  const own = value.get('Pg') ?? page;
  switch (value.get('Type')) {
    case '/MCR':
      addContent(kids, markOf(value.get('Stm') ?? own, Number(value.get('MCID'))));
      return;
    case '/OBJR': {
      const annotation = value.get('Obj');
      if (!isReference(annotation) || !isReference(own))
        throw new Error('a tag holds an annotation that is on no page');
      kids.push({ kind: 'annotation', annotation, page: own, box: boxOf(pdf, annotation), description: '' });
      return;
    }
    default:
      addTag(kids, value, isReference(object) ? object : undefined, own === page ? reading : { ...reading, page: own });
  }
}

function boxOf(pdf: PdfFile, annotation: Reference): Box {
  const entries = pdf.resolve(annotation);
  const rectangle = isDictionary(entries) ? entries.get('Rect') : null;
  const [left = 0, bottom = 0, right = 0, top = 0] = readNumbers(pdf, rectangle, 4);
  return { left, bottom, right, top };
}

function addContent(kids: Kid[], mark: Mark | undefined): void {
  if (mark) kids.push({ kind: 'content', mark });
}

/** Adds a tag, or, where that is around a run of text only, the run: Chromium has one around each. */
function addTag(kids: Kid[], entries: Dictionary, origin: Reference | undefined, reading: Reading): void {
  const type = entries.get('S');
  if (!isName(type)) throw new Error('a tag has no type');
  if (type !== '/NonStruct' || entries.has('Lang')) {
    kids.push(readElement(type, entries, origin, reading));
    return;
  }
  const own = readKids(entries.get('K'), reading);
  if (own.length > 0 && own.every(({ kind }) => kind === 'content')) for (const kid of own) kids.push(kid);
  else
    kids.push({ kind: 'element', type: 'NonStruct', attributes: noAttributes, kids: own, identity: undefined, origin });
}

function readElement(type: Name, entries: Dictionary, origin: Reference | undefined, reading: Reading): Element {
  const printed = wordsIn(entries, 'Lang', reading.pdf);
  const identity = printed === undefined ? undefined : reading.identities.get(printed);
  const language = (identity ? identity.language : printed) ?? reading.language;
  const attributes = readAttributes(entries, reading.pdf);
  const isOther = language !== reading.language;
  return {
    kind: 'element',
    type: type.slice(1),
    attributes: isOther ? { ...attributes, language } : attributes,
    kids: readKids(entries.get('K'), isOther ? { ...reading, language } : reading),
    identity,
    origin,
  };
}
