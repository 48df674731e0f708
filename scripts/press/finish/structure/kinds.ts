import type { Element, Kid } from './element.ts';

/** Types that hold blocks and no text of their own (ISO 32000-1, 14.8.4.2). */
const grouping: ReadonlySet<string> = new Set([
  'Document',
  'Part',
  'Art',
  'Sect',
  'Div',
  'BlockQuote',
  'Aside',
  'NonStruct',
]);

/** Types that stand within a line (14.8.4.4). */
const inline: ReadonlySet<string> = new Set([
  ...['Span', 'Quote', 'Note', 'Reference', 'BibEntry', 'Code', 'Link', 'Annot', 'Ruby', 'Warichu', 'Form'],
  ...['Em', 'Strong', 'Sub'],
]);

/** Types whose content may be lines alone: a picture, the field of a form, a dot before an entry. */
const drawn: ReadonlySet<string> = new Set(['Figure', 'Formula', 'Form', 'Lbl']);

/** Whether what is drawn in elements of a type is their content, and no border or ground of theirs. */
export function isDrawn(type: string): boolean {
  return drawn.has(type);
}

/** Whether an element holds blocks only, so that text in it needs a paragraph. */
export function isGrouping({ type }: Element): boolean {
  return grouping.has(type);
}

/** Whether a kid stands within a line: content itself does. */
export function isInline(kid: Kid): boolean {
  return kid.kind !== 'element' || inline.has(kid.type);
}

const levels: ReadonlyMap<string, number> = new Map([1, 2, 3, 4, 5, 6].map((level) => [`H${level}`, level]));

/** The level of a heading, from 1; undefined for all other elements. */
export function headingLevel({ type }: Element): number | undefined {
  return levels.get(type);
}
