import type { Element, Kid } from './element.ts';

/** Types that hold blocks and no text of their own (ISO 32000-1, 14.8.4.2). */
const grouping: ReadonlySet<string> = new Set('Document Part Art Sect Div BlockQuote Aside NonStruct'.split(' '));

/** Types that stand within a line (14.8.4.4). */
const inline: ReadonlySet<string> = new Set(
  'Span Quote Note Reference BibEntry Code Link Annot Ruby Warichu Form Em Strong Sub'.split(' '),
);

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

/** The standard structure types of ISO 32000-1, 14.8.4. */
const standard: ReadonlySet<string> = new Set(
  (
    'Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 ' +
    'L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot ' +
    'Ruby RB RT RP Warichu WT WP Figure Formula Form'
  ).split(' '),
);

/** What other types are to a reader that does not know them. Chromium writes them as PDF 2.0 names them (ISO 32000-2, 14.8.4). */
const roles: ReadonlyMap<string, string> = new Map([
  ['Em', 'Span'],
  ['Strong', 'Span'],
  ['Sub', 'Span'],
  ['Aside', 'Div'],
  ['Title', 'P'],
  ['FENote', 'Note'],
]);

/** For each of these types that is no standard one the standard type that stands for it. @throws Error for an unknown type */
export function rolesOf(types: Iterable<string>): ReadonlyMap<string, string> {
  const used = [...types].filter((type) => !standard.has(type)).toSorted();
  return new Map(
    used.map((type) => {
      const role = roles.get(type);
      if (role === undefined) throw new Error(`the print has a tag of the unknown type "${type}"`);
      return [type, role];
    }),
  );
}
