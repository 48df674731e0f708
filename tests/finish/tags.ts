import type { Paint, Unit } from '../../scripts/press/finish/content/content.ts';
import type { Mark } from '../../scripts/press/finish/content/pages.ts';
import type { Attributes } from '../../scripts/press/finish/structure/attributes.ts';
import { type AnnotationKid, type Element, element, type Kid } from '../../scripts/press/finish/structure/element.ts';
import { lettersOf } from '../../scripts/press/finish/text/folded-text.ts';
import type { ShownText } from '../../scripts/press/finish/text/shown-text.ts';
import type { TextReader, UnitReader } from '../../scripts/press/finish/text/text-reader.ts';

const shownBy = new WeakMap<Unit, string>();

/** Reads the text that a hand-made mark was made with. */
export const textOf: TextReader = ({ units }) => units.map((unit) => shownBy.get(unit) ?? '').join('');

/** A text as it is read from a text object. */
export function shown(text: string, order: ShownText['order'] = 'as read'): ShownText {
  const letters = lettersOf(text);
  return {
    text,
    shown: letters,
    letters: letters.toUpperCase(),
    glyphs: 'all there',
    order,
    space: undefined,
    replaced: [],
  };
}

/** Reads what a unit of a hand-made mark shows. */
export const readTags: UnitReader = (_, unit) => {
  return shown(shownBy.get(unit) ?? '');
};

/** A tag; a string in it is content that shows this text on page 1. */
export function tag(type: string, ...kids: readonly (Kid | string)[]): Element {
  return element(
    type,
    kids.map((kid) => (typeof kid === 'string' ? text(kid) : kid)),
  );
}

/** The same with attributes, and with what the page knows of it. */
export function tagged(
  base: Element,
  attributes: Attributes,
  identity: Partial<NonNullable<Element['identity']>> | undefined = undefined,
): Element {
  const known = identity && {
    name: 'div',
    role: undefined,
    id: undefined,
    language: undefined,
    label: undefined,
    ...identity,
  };
  return { ...base, attributes: { ...base.attributes, ...attributes }, identity: known };
}

/** Content that shows text. */
export function text(shown: string, page = 1): Kid {
  const mark = markOf('text', page);
  shownBy.set(mark.units[0], shown);
  return { kind: 'content', mark };
}

/** Content that shows text of 10 points at a place, which is written as "page left bottom". */
export function textAt(place: string, shown: string): Kid {
  const [page = 1, left = 0, bottom = 0] = place.split(' ').map(Number);
  const bytes = Buffer.from(`BT /F 10 Tf 1 0 0 1 ${left} ${bottom} Tm (x) Tj ET`);
  const { stream, units } = markOf('text', page);
  const unit: Unit = { ...units[0], end: bytes.length };
  shownBy.set(unit, shown);
  const mark = { stream: { ...stream, content: { ...stream.content, bytes } }, units: [unit] as const };
  return { kind: 'content', mark };
}

/** Content that only draws lines. */
export function lines(): Kid {
  return { kind: 'content', mark: markOf('path', 1) };
}

/** Content that shows a picture. */
export function picture(): Kid {
  return { kind: 'content', mark: markOf('object', 1) };
}

/** A line of a link. */
export function annotation(number = 1, box = { left: 0, bottom: 0, right: 1, top: 1 }): AnnotationKid {
  const reference = { kind: 'reference', number } as const;
  return { kind: 'annotation', annotation: reference, page: page(), box, description: '' };
}

const page = () => ({ kind: 'reference', number: 9 }) as const;

/** A cell that heads its column or its row, or heads nothing. */
export function cell(scope: 'Column' | 'Row' | undefined, ...kids: readonly (Kid | string)[]): Element {
  const type = scope === undefined ? 'TD' : 'TH';
  return tagged(tag(type, ...kids), { cell: { scope, rowSpan: 1, columnSpan: 1, headers: [] } });
}

/** A tree as one line: P("text" Link(annotation)). Lines are drawn as "---", pictures as "[]". */
export function written(kid: Kid): string {
  if (kid.kind === 'annotation') return 'annotation';
  if (kid.kind === 'element') return `${kid.type}(${kid.kids.map(written).join(' ')})`;
  const [{ paint }] = kid.mark.units;
  return paint === 'text' ? `"${textOf(kid.mark)}"` : paint === 'path' ? '---' : '[]';
}

/** A mark that shows several pieces of text. */
export function line(pieces: readonly string[]): Mark {
  const mark = markOf('text', 1);
  const [first, ...others] = pieces.map(() => markOf('text', 1).units[0]);
  return first ? { ...mark, units: [first, ...others] } : mark;
}

function markOf(paint: Paint, page: number): Mark {
  const unit: Unit = {
    kind: 'unit',
    paint,
    start: 0,
    end: 0,
    mark: 0,
    matrix: [1, 0, 0, 1, 0, 0],
    clip: undefined,
    name: undefined,
    extent: undefined,
  };
  const reference = { kind: 'reference', number: page } as const;
  const content = { bytes: new Uint8Array(), nodes: [], units: [], marking: [] };
  const stream = { reference, page, content, resources: new Map(), toPage: [1, 0, 0, 1, 0, 0] as const };
  return { stream, units: [unit] };
}
