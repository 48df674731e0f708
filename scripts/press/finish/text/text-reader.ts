import type { Unit } from '../content/content.ts';
import type { ContentStream, Mark } from '../content/pages.ts';
import { type Lexer, openLexer } from '../file/lexer.ts';
import { isDictionary, type PdfObject } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import type { Element } from '../structure/element.ts';
import { type Font, readFont } from './fonts.ts';
import { readUnit, type ShownText } from './shown-text.ts';

/** Reads the text of marked content. */
export type TextReader = (mark: Mark) => string;

/** Reads what one unit of a stream shows; nothing where it paints no text. */
export type UnitReader = (stream: ContentStream, unit: Unit) => ShownText;

const nothing: ShownText = {
  text: '',
  shown: '',
  letters: '',
  glyphs: 'all there',
  order: 'as read',
  space: undefined,
  replaced: [],
};

/** Reads the units of a print. Each font and each unit is read once. */
export function openUnitReader(pdf: PdfFile): UnitReader {
  const fonts = new Map<PdfObject, Font | undefined>();
  const read = new Map<Unit, ShownText>();
  const lexers = new Map<Uint8Array, Lexer>();
  const byName = new Map<ContentStream['resources'], Map<string, Font | undefined>>();
  const fontsOf = ({ resources }: ContentStream) => {
    const known = byName.get(resources) ?? new Map<string, Font | undefined>();
    byName.set(resources, known);
    return (name: string): Font | undefined => {
      if (!known.has(name)) known.set(name, fontNamed(resources, name));
      return known.get(name);
    };
  };
  const fontNamed = (resources: ContentStream['resources'], name: string): Font | undefined => {
    const all = pdf.resolve(resources.get('Font'));
    const entries = isDictionary(all) ? pdf.resolve(all.get(name)) : null;
    if (!fonts.has(entries)) fonts.set(entries, readFont(pdf, entries));
    return fonts.get(entries);
  };
  return (stream, unit) => {
    if (unit.paint !== 'text') return nothing;
    const known = read.get(unit);
    if (known) return known;
    const { bytes } = stream.content;
    const lexer = lexers.get(bytes) ?? openLexer(bytes);
    lexers.set(bytes, lexer);
    const shown = readUnit(bytes, lexer, unit, fontsOf(stream));
    read.set(unit, shown);
    return shown;
  };
}

/** Reads marks by their units, with a space after those that miss one. */
export function textReader(read: UnitReader, spaces: ReadonlySet<Unit>): TextReader {
  return ({ stream, units }) => {
    let text = '';
    for (const unit of units) text += spaces.has(unit) ? `${read(stream, unit).text} ` : read(stream, unit).text;
    return text;
  };
}

/**
 * All text of an element and of those within it, with single spaces.
 *
 * @param without a type of elements whose text is left out
 */
export function textUnder(element: Element, textOf: TextReader, without?: string): string {
  return gather(element, textOf, without).replace(/\s+/g, ' ').trim();
}

function gather({ type, attributes, kids }: Element, textOf: TextReader, without: string | undefined): string {
  if (type === without) return '';
  if (attributes.actualText !== undefined) return attributes.actualText;
  return kids
    .map((kid) => {
      if (kid.kind === 'element') return gather(kid, textOf, without);
      return kid.kind === 'content' ? textOf(kid.mark) : '';
    })
    .join('');
}
