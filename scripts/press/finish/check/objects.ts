import type { ContentKind } from '../content/content.ts';
import { parseContent } from '../content/content-parser.ts';
import { identity } from '../content/geometry.ts';
import { type ContentStream, type Page, streamsOf } from '../content/pages.ts';
import { inflated, isDictionary, type PdfObject, type Reference, type Stream } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Element } from '../structure/element.ts';
import { openUnitReader } from '../text/text-reader.ts';
import { catalogue } from './catalogue.ts';
import {
  arrayOf,
  boolean,
  type Entry,
  either,
  name,
  named,
  number,
  type Shape,
  string,
  type Walk,
  wrongValue,
} from './shape.ts';

/** An object that is still to be looked at. */
interface Awaited {
  readonly reference: Reference;
  readonly shape: Shape;
  readonly entry: Entry;
}

/**
 * Checks that a document has nothing in it but what Chromium prints and both standards allow: every dictionary that the
 * catalogue leads to has known keys only, with known values, and every content stream known operators. What is made here,
 * such as the tags, is not looked at, but for the attributes that a print gives them.
 *
 * @throws Error that names the first object with anything else, and its key
 */
export function checkObjects(pdf: PdfFile, pages: readonly Page[], document: Element): void {
  const awaited: Awaited[] = [];
  const followed = new Map<Shape, Set<number>>();
  const rewritten = new Set<number>();
  for (const page of pages) for (const { reference } of streamsOf(page.stream)) rewritten.add(reference.number);
  let reference = pdf.root;
  const walk: Walk = {
    resolve: pdf.resolve,
    error: (what) => new Error(`${what}, which no print of Chromium has (object ${reference.number})`),
    follow(next, shape, entry) {
      const numbers = followed.get(shape) ?? new Set();
      followed.set(shape, numbers);
      if (numbers.has(next.number)) return;
      numbers.add(next.number);
      awaited.push({ reference: next, shape, entry });
    },
    readContent(stream, kind) {
      if (!rewritten.has(reference.number)) checkContent(pdf, reference, stream, kind);
    },
  };
  const look = (object: PdfObject, shape: Shape, entry: Entry): void => {
    if (!shape(object, walk)) throw wrongValue(object, entry, walk);
  };
  look(pdf.resolve(pdf.root), catalogue, { of: 'the file', key: 'Root' });
  eachOther(document, (attributes) => look(attributes, attributeObject, { of: 'a tag', key: 'A' }));
  // It grows while it is read.
  for (const next of awaited) {
    reference = next.reference;
    look(pdf.resolve(reference), next.shape, next.entry);
  }
}

/** Checks what is drawn besides the pages' own content: it has no tags, and glyphs that can be read. */
function checkContent(pdf: PdfFile, reference: Reference, stream: Stream, kind: ContentKind): void {
  const content = parseContent(inflated(stream), kind);
  const at = `(object ${reference.number})`;
  if (content.marking.length > 0) throw new Error(`content that no page draws is tagged ${at}`);
  const resources = pdf.resolve(stream.dictionary.get('Resources'));
  if (!isDictionary(resources)) return;
  const read = openUnitReader(pdf);
  const owner: ContentStream = { reference, page: 0, content, resources, toPage: identity };
  for (const unit of content.units) {
    const { glyphs } = read(owner, unit);
    if (glyphs !== 'all there') throw new Error(`a glyph of the font "${glyphs.font}" is ${glyphs.fault} ${at}`);
  }
}

/** Calls for the attribute objects of tags that are written as they were read. */
function eachOther({ attributes, kids }: Element, act: (object: PdfObject) => void): void {
  attributes.others?.forEach(act);
  for (const kid of kids) if (kid.kind === 'element') eachOther(kid, act);
}

const value = either(name, number, string, boolean);

/** Attributes of a tag (ISO 32000-1, 14.7.5): names, numbers and words, which lead nowhere. */
const attributeObject: Shape = named(
  'the attributes of a tag',
  either(value, arrayOf({ of: 'the attributes of a tag', key: 'A' }, value)),
);
