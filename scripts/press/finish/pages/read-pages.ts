import type { Unit } from '../content/content.ts';
import { identity, type Matrix, multiply } from '../content/matrix.ts';
import { parseContent } from '../content/parse-content.ts';
import type { Draft } from '../file/draft.ts';
import { inflated } from '../file/flate.ts';
import { type Dictionary, isArray, isDictionary, isReference, isStream, type PdfObject } from '../file/objects.ts';
import type { ContentStream, Mark, Page, PageStream } from './page-stream.ts';

/**
 * Reads what the pages of a print draw.
 *
 * @throws Error that names the page on which it met what it does not understand
 */
export function readPages(draft: Draft): readonly Page[] {
  const catalogue = dictionaryAt(draft, draft.root);
  const pages: Page[] = [];
  const called = new Set<number>();
  const visit = (node: PdfObject, inherited: Dictionary): void => {
    const own = dictionaryAt(draft, node);
    const entries: Dictionary = new Map([...inherited, ...own]);
    const kids = draft.resolve(own.get('Kids'));
    if (isArray(kids)) {
      const passedOn = [...entries].filter(([key]) => inheritable.has(key));
      for (const kid of kids) visit(kid, new Map(passedOn));
      return;
    }
    if (!isReference(node)) throw new Error('a page is no object of its own');
    const number = pages.length + 1;
    try {
      const stream = readStream(draft, entries.get('Contents'), { page: number, toPage: identity, called }, entries);
      pages.push({ reference: node, number, entries, stream });
    } catch (cause) {
      throw new Error(`page ${number} of the print has something that is not understood`, { cause });
    }
  };
  visit(catalogue.get('Pages') ?? null, new Map());
  return pages;
}

/** ISO 32000-1, 7.7.3.4. */
const inheritable: ReadonlySet<string> = new Set(['Resources', 'MediaBox', 'CropBox', 'Rotate']);

interface Where {
  readonly page: number;
  readonly toPage: Matrix;
  /** The numbers of the form XObjects that were met: each may be called once, since it has its tags once. */
  readonly called: Set<number>;
}

function readStream(draft: Draft, reference: PdfObject | undefined, where: Where, owner: Dictionary): PageStream {
  const stream = draft.resolve(reference);
  if (!isReference(reference) || !isStream(stream)) throw new Error('its content is not one stream');
  const content = parseContent(inflated(stream));
  const resources = dictionaryAt(draft, owner.get('Resources') ?? null);
  const objects = draft.resolve(resources.get('XObject'));
  const { page, toPage } = where;
  const forms = new Map<string, PageStream>();
  for (const unit of content.units) {
    const object = unit.name === undefined || !isDictionary(objects) ? undefined : objects.get(unit.name);
    const form = readForm(draft, object, { ...where, toPage: multiply(unit.matrix, toPage) }, resources);
    if (form && unit.name !== undefined) forms.set(unit.name, form);
  }
  const own: ContentStream = { reference, page, content, resources, toPage };
  return { ...own, forms, marks: marksOf(own) };
}

/** A form XObject that marks its content, itself or by a form that it calls; undefined for all other objects. */
function readForm(
  draft: Draft,
  reference: PdfObject | undefined,
  where: Where,
  resources: Dictionary,
): PageStream | undefined {
  const object = draft.resolve(reference);
  if (!isReference(reference) || !isStream(object) || object.dictionary.get('Subtype') !== '/Form') return undefined;
  const { dictionary } = object;
  const toPage = multiply(matrixOf(draft.resolve(dictionary.get('Matrix'))), where.toPage);
  const owner: Dictionary = dictionary.has('Resources') ? dictionary : new Map([['Resources', resources]]);
  const form = readStream(draft, reference, { ...where, toPage }, owner);
  if (form.marks.size === 0 && form.forms.size === 0) return undefined;
  if (where.called.has(reference.number))
    throw new Error('text is drawn twice over itself, as styles such as mix-blend-mode and mask have it');
  where.called.add(reference.number);
  return form;
}

function matrixOf(object: PdfObject): Matrix {
  if (!isArray(object)) return identity;
  const [a, b, c, d, e, f] = object.map(Number);
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
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

function dictionaryAt(draft: Draft, object: PdfObject): Dictionary {
  const entries = draft.resolve(object);
  if (!isDictionary(entries)) throw new Error('a dictionary is missing');
  return entries;
}
