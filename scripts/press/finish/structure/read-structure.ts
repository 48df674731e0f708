import type { Box } from '../content/box.ts';
import type { Draft } from '../file/draft.ts';
import {
  type Dictionary,
  isArray,
  isDictionary,
  isName,
  isReference,
  isString,
  type PdfObject,
  type Reference,
} from '../file/objects.ts';
import { decodeText } from '../file/text-string.ts';
import { type Mark, type Page, streamsOf } from '../pages/page-stream.ts';
import type { Attributes, Element, Kid } from './element.ts';
import { readAttributeObjects } from './read-attributes.ts';

/**
 * Reads the structure tree of a print (ISO 32000-1, 14.7.2). Marked content that paints nothing is left out.
 *
 * @throws Error when there is none, or when it has what no print of Chromium has
 */
export function readStructure(draft: Draft, pages: readonly Page[]): Element {
  const catalogue = draft.resolve(draft.root);
  const root = isDictionary(catalogue) ? draft.resolve(catalogue.get('StructTreeRoot')) : null;
  if (!isDictionary(root)) throw new Error('the print has no tags');
  const kids = readKids(root.get('K'), { draft, markOf: markFinder(pages), page: undefined });
  const [document] = kids;
  if (kids.length !== 1 || document?.kind !== 'element') throw new Error('the tags of the print have not one root');
  return document;
}

interface Reading {
  readonly draft: Draft;
  readonly markOf: MarkFinder;
  /** The page that content is on which does not say so. */
  readonly page: PdfObject | undefined;
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
  const { draft, markOf, page } = reading;
  const value = draft.resolve(object);
  if (isArray(value)) return value.flatMap((item) => readKids(item, reading));
  if (typeof value === 'number') return content(markOf(page, value));
  if (!isDictionary(value)) return [];
  const own = value.get('Pg') ?? page;
  switch (value.get('Type')) {
    case '/MCR':
      return content(markOf(value.get('Stm') ?? own, Number(value.get('MCID'))));
    case '/OBJR': {
      const annotation = value.get('Obj');
      if (!isReference(annotation) || !isReference(own))
        throw new Error('a tag holds an annotation that is on no page');
      return [{ kind: 'annotation', annotation, page: own, box: boxOf(draft, annotation), description: '' }];
    }
    default:
      return [readElement(value, isReference(object) ? object : undefined, { ...reading, page: own })];
  }
}

function boxOf(draft: Draft, annotation: Reference): Box {
  const entries = draft.resolve(annotation);
  const rectangle = isDictionary(entries) ? draft.resolve(entries.get('Rect')) : null;
  const [left = 0, bottom = 0, right = 0, top = 0] = isArray(rectangle) ? rectangle.map(Number) : [];
  return { left, bottom, right, top };
}

function content(mark: Mark | undefined): readonly Kid[] {
  return mark ? [{ kind: 'content', mark }] : [];
}

function readElement(entries: Dictionary, origin: Reference | undefined, reading: Reading): Element {
  const type = entries.get('S');
  if (!isName(type)) throw new Error('a tag has no type');
  return {
    kind: 'element',
    type: type.slice(1),
    attributes: readAttributes(entries, reading.draft),
    kids: readKids(entries.get('K'), reading),
    identity: undefined,
    origin,
  };
}

function readAttributes(entries: Dictionary, draft: Draft): Attributes {
  const words = (key: string) => {
    const value = draft.resolve(entries.get(key));
    return isString(value) ? decodeText(value) : undefined;
  };
  const [id, language, alt, actualText] = ['ID', 'Lang', 'Alt', 'ActualText'].map(words);
  return {
    ...(id !== undefined && { id }),
    ...(language !== undefined && { language }),
    ...(alt !== undefined && { alt }),
    ...(actualText !== undefined && { actualText }),
    ...readAttributeObjects(entries.get('A'), draft),
  };
}
