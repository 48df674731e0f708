import { decodeText } from '../file/data-structures.ts';
import {
  type Dictionary,
  inflated,
  isArray,
  isDictionary,
  isReference,
  isStream,
  isString,
  type PdfObject,
  type Reference,
  type Stream,
} from '../file/objects.ts';
import { openFile } from '../file/open-file.ts';
import { type PdfFile, readNumbers } from '../file/pdf-file.ts';
import { unitBox } from './bounds.ts';
import type { Content, Unit } from './content.ts';
import { parseContent } from './content-parser.ts';
import { type Box, identity, type Matrix, multiply, transformed } from './geometry.ts';

/** A page of a print. */
export interface Page {
  readonly reference: Reference;
  /** Counted from 1. */
  readonly number: number;
  readonly entries: Dictionary;
  readonly stream: PageStream;
}

/** A content stream, with what is needed to understand it. */
export interface ContentStream {
  /** The stream object. */
  readonly reference: Reference;
  /** The page that it draws on, from 1. */
  readonly page: number;
  readonly content: Content;
  readonly resources: Dictionary;
  /** From the stream's coordinates to those of the page, in points. */
  readonly toPage: Matrix;
}

/** What a page draws: its own content stream, or that of a form XObject that it calls. */
export interface PageStream extends ContentStream {
  /** The form XObjects that it calls and that mark their own content, by their names. */
  readonly forms: ReadonlyMap<string, PageStream>;
  /** Its marked content, by MCID. */
  readonly marks: ReadonlyMap<number, Mark>;
}

/** A piece of marked content (ISO 32000-1, 14.6). */
export interface Mark {
  readonly stream: ContentStream;
  /** What it paints, in reading order: as it is read from a print, that is the order of painting. */
  readonly units: readonly [Unit, ...Unit[]];
}

/** All streams of a page: its own, and those of its form XObjects. */
export function* streamsOf(stream: PageStream): Generator<PageStream> {
  yield stream;
  for (const form of stream.forms.values()) yield* streamsOf(form);
}

/** What is known of the streams of a print while they are read. */
interface Reading {
  readonly pdf: PdfFile;
  /** The numbers of all streams that were met. */
  readonly drawn: Set<number>;
  /** Those of them that are read right now, each within the one before it. */
  readonly open: Set<number>;
  /** Form XObjects without a mark, of which nothing needs to be known when they are called again. */
  readonly plain: Set<number>;
}

/** Where a stream is drawn. */
interface Where {
  readonly page: number;
  readonly toPage: Matrix;
}

/**
 * Reads what the pages of a print draw.
 *
 * @throws Error that names the page on which it met what it does not understand
 */
export function readPages(pdf: PdfFile): readonly Page[] {
  const reading: Reading = { pdf, drawn: new Set(), open: new Set(), plain: new Set() };
  const pages: Page[] = [];
  for (const { reference, entries } of pageObjects(pdf)) {
    const number = pages.length + 1;
    try {
      const stream = readContents(reading, entries, { page: number, toPage: identity });
      pages.push({ reference, number, entries, stream });
    } catch (cause) {
      throw new Error(`page ${number} of the print has something that is not understood`, { cause });
    }
  }
  return pages;
}

/** ISO 32000-1, 7.7.3.4. */
const inheritable: ReadonlySet<string> = new Set(['Resources', 'MediaBox', 'CropBox', 'Rotate']);

/** The pages with what they have from the nodes of the page tree around them. */
function pageObjects(pdf: PdfFile): readonly Pick<Page, 'reference' | 'entries'>[] {
  const found: Pick<Page, 'reference' | 'entries'>[] = [];
  const visited = new Set<number>();
  const visit = (node: PdfObject | undefined, inherited: Dictionary): void => {
    if (!isReference(node)) throw new Error('a page is no object of its own');
    if (visited.has(node.number)) throw new Error(`the tree of pages leads to object ${node.number} twice`);
    visited.add(node.number);
    const own = dictionaryAt(pdf, node, 'page');
    const entries: Dictionary = new Map([...inherited, ...own]);
    const kids = pdf.resolve(own.get('Kids'));
    if (!isArray(kids)) {
      found.push({ reference: node, entries });
      return;
    }
    const passedOn = new Map([...entries].filter(([key]) => inheritable.has(key)));
    for (const kid of kids) visit(kid, passedOn);
  };
  visit(dictionaryAt(pdf, pdf.root, 'catalogue').get('Pages'), new Map());
  return found;
}

function readContents(reading: Reading, entries: Dictionary, where: Where): PageStream {
  const { pdf } = reading;
  const reference = entries.get('Contents');
  const stream = pdf.resolve(reference);
  if (!isReference(reference) || !isStream(stream)) throw new Error('its content is not one stream');
  return readStream(
    reading,
    reference,
    stream,
    dictionaryAt(pdf, entries.get('Resources'), 'dictionary of resources'),
    where,
  );
}

function readStream(
  reading: Reading,
  reference: Reference,
  stream: Stream,
  resources: Dictionary,
  where: Where,
): PageStream {
  const { pdf, open, drawn } = reading;
  const { number } = reference;
  if (open.has(number)) throw new Error(`the form of object ${number} calls itself`);
  open.add(number);
  drawn.add(number);
  const objects = pdf.resolve(resources.get('XObject'));
  const content = parseContent(inflated(stream), 'drawing', (name) => {
    return isDictionary(objects) ? extentOf(pdf, pdf.resolve(objects.get(name))) : undefined;
  });
  const { page, toPage } = where;
  const forms = new Map<string, PageStream>();
  for (const unit of content.units) {
    const { name, matrix } = unit;
    if (name === undefined) continue;
    const object = isDictionary(objects) ? objects.get(name) : undefined;
    if (object === undefined) throw new Error(`it calls "${name}", which is not there`);
    const form = readForm(reading, object, unit, { page, toPage: multiply(matrix, toPage) });
    if (form) forms.set(name, form);
  }
  open.delete(number);
  const own: ContentStream = { reference, page, content, resources, toPage };
  return { ...own, forms, marks: marksOf(own) };
}

/** A form XObject that marks its content, itself or by a form that it calls; undefined for all other objects. */
function readForm(reading: Reading, reference: PdfObject, call: Unit, where: Where): PageStream | undefined {
  const { pdf, open, drawn, plain } = reading;
  const object = pdf.resolve(reference);
  if (!isReference(reference) || !isForm(object)) return undefined;
  const { number } = reference;
  if (plain.has(number)) return undefined;
  // It has its tags once.
  if (drawn.has(number) && !open.has(number))
    throw new Error('text is drawn twice over itself, as styles such as mix-blend-mode and mask have it');
  const { dictionary } = object;
  const toPage = multiply(matrixOf(pdf, dictionary), where.toPage);
  const own = dictionary.get('Resources');
  const resources: Dictionary = own === undefined ? new Map() : dictionaryAt(pdf, own, 'dictionary of resources');
  const form = readStream(reading, reference, object, resources, { ...where, toPage });
  if (form.marks.size > 0 || form.forms.size > 0) return form;
  if (form.content.marking.length === 0 && !dictionary.has('StructParents')) {
    plain.add(number);
    return undefined;
  }
  // What it marks are artifacts, which may not stand within a tag (ISO 14289-1, 7.1).
  if (call.mark !== undefined) throw new Error(`the form of object ${number} has marks within marked content`);
  return form;
}

/** A form draws within its own box, which its matrix brings to the place of its call (ISO 32000-1, 8.10.1). */
function extentOf(pdf: PdfFile, object: PdfObject): Box | undefined {
  if (!isForm(object)) return undefined;
  const { dictionary } = object;
  const [left = 0, bottom = 0, right = 0, top = 0] = readNumbers(pdf, dictionary.get('BBox'), 4);
  return transformed({ left, bottom, right, top }, matrixOf(pdf, dictionary));
}

function isForm(object: PdfObject): object is Stream {
  return isStream(object) && object.dictionary.get('Subtype') === '/Form';
}

function matrixOf(pdf: PdfFile, dictionary: Dictionary): Matrix {
  if (!dictionary.has('Matrix')) return identity;
  const [a, b, c, d, e, f] = readNumbers(pdf, dictionary.get('Matrix'), 6);
  return [a, b, c, d, e, f] as Matrix;
}

function marksOf(stream: ContentStream): ReadonlyMap<number, Mark> {
  const marks = new Map<number, { readonly stream: ContentStream; readonly units: [Unit, ...Unit[]] }>();
  for (const unit of stream.content.units) {
    if (unit.mark === undefined) continue;
    const mark = marks.get(unit.mark);
    if (mark) mark.units.push(unit);
    else marks.set(unit.mark, { stream, units: [unit] });
  }
  return marks;
}

function dictionaryAt(pdf: PdfFile, object: PdfObject | undefined, what: string): Dictionary {
  const entries = pdf.resolve(object);
  if (!isDictionary(entries)) throw new Error(`there is no ${what}`);
  return entries;
}

/** The box of what a unit paints, as far as it can be seen, in points of its page; undefined for nothing. */
export function boxOnPage({ content, toPage }: ContentStream, unit: Unit): Box | undefined {
  const box = unitBox(content.bytes, unit);
  return box && transformed(box, toPage);
}

/** How many pages a print has (ISO 32000-1, 7.7.3.2): two objects are read for it, and not the whole file. */
export function countPages(print: Uint8Array): number {
  const pdf = openFile(print);
  const catalogue = pdf.resolve(pdf.root);
  const pages = isDictionary(catalogue) ? pdf.resolve(catalogue.get('Pages')) : null;
  const count = isDictionary(pages) ? pdf.resolve(pages.get('Count')) : null;
  if (typeof count !== 'number') throw new Error('Reading a print: it does not say how many pages it has');
  return count;
}

/** Reads the address that an annotation leads to (ISO 32000-1, 12.6.4.7); undefined where it leads elsewhere. */
export function addressReader(pdf: PdfFile): (annotation: Reference) => string | undefined {
  return (annotation) => {
    const entries = pdf.resolve(annotation);
    const action = isDictionary(entries) ? pdf.resolve(entries.get('A')) : null;
    const address = isDictionary(action) ? pdf.resolve(action.get('URI')) : null;
    return isString(address) ? decodeText(address) : undefined;
  };
}
