import { type Element, element, type Kid } from '../structure/element.ts';
import { isInline } from '../structure/kinds.ts';
import { marksUnder } from '../structure/marks-under.ts';
import { withKids } from '../structure/with-kids.ts';
import { withoutOnlyParagraph } from './only-paragraph.ts';
import { holdsRows, isColumnHead, rowsOf } from './rows-of.ts';
import type { Rule } from './rule.ts';

/**
 * Tables as ISO 32000-1, 14.8.4.3.4, has them: a `Caption`, where there is one, a `THead` of the rows that head columns
 * only, a `TBody`, whatever groups the rows had before. What Chromium has before the rows is what the caption holds.
 *
 * @throws Error when a table holds what can be neither, with its type and page
 */
export const completeTables: Rule = {
  types: ['Table', 'TD', 'TH'],
  repair(tag): Element {
    if (tag.type !== 'Table') return withKids(tag, withoutOnlyParagraph(tag.kids));
    const rows = rowsOf(tag);
    const caption = captionOf(tag);
    const count = rows.findIndex((row) => !row.kids.every(isColumnHead));
    const head = rows.slice(0, Math.max(0, count));
    return {
      ...tag,
      kids: [
        ...(caption ? [withKids(caption, withoutOnlyParagraph(caption.kids))] : []),
        ...(head.length > 0 ? [element('THead', head)] : []),
        element('TBody', rows.slice(head.length)),
      ],
    };
  },
};

/** Blocks of a caption. */
const blocks: ReadonlySet<string> = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'L']);

function captionOf(table: Element): Element | undefined {
  const parts = table.kids.filter((kid) => !holdsRows(kid));
  const isBefore = !table.kids.slice(0, parts.length).some(holdsRows);
  for (const part of parts) {
    const isPart = isInline(part) || (part.kind === 'element' && (part.type === 'Caption' || blocks.has(part.type)));
    if (!isPart || !isBefore) throw strange(table, part);
  }
  const [only] = parts;
  if (only?.kind === 'element' && only.type === 'Caption' && parts.length === 1) return only;
  const kids = parts.flatMap((part) => (part.kind === 'element' && part.type === 'Caption' ? part.kids : [part]));
  return kids.length === 0 ? undefined : element('Caption', kids);
}

function strange(table: Element, kid: Kid): Error {
  const met = kid.kind === 'element' ? `a tag of the type "${kid.type}"` : 'content of its own';
  const [mark] = kid.kind === 'element' ? marksUnder(kid) : [];
  const { page } = (mark ?? marksUnder(table)[0])?.stream ?? {};
  return new Error(`a table on page ${page} has ${met} among its rows`);
}
