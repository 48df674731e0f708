import { type Box, transformed } from '../content/box.ts';
import type { Unit } from '../content/content.ts';
import { identity, type Matrix, multiply } from '../content/matrix.ts';
import { parseContent } from '../content/parse-content.ts';
import {
  type Dictionary,
  inflated,
  isArray,
  isDictionary,
  isReference,
  isStream,
  type PdfObject,
  type Reference,
  type Stream,
} from '../file/objects.ts';
import { type PdfFile, readNumbers } from '../file/pdf-file.ts';
import type { ContentStream, Mark, Page, PageStream } from './page-stream.ts';

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
  const seen = new Set<number>();
  const visit = (node: PdfObject | undefined, inherited: Dictionary): void => {
    if (!isReference(node)) throw new Error('a page is no object of its own');
    if (seen.has(node.number)) throw new Error(`the tree of pages leads to object ${node.number} twice`);
    seen.add(node.number);
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
