import { type Element, element, type Kid } from '../structure/element.ts';
import { withKids } from '../structure/with-kids.ts';
import { withoutOnlyParagraph } from './only-paragraph.ts';
import type { Rule } from './rule.ts';

/**
 * Tables as ISO 32000-1, 14.8.4.3.4, has them: a `Caption`, where there is one, a `THead` of the rows that head columns
 * only, a `TBody`. What Chromium has before the rows is what the caption holds.
 */
export const completeTables: Rule = {
  types: ['Table', 'TD', 'TH'],
  repair(tag): Element {
    if (tag.type !== 'Table') return withKids(tag, withoutOnlyParagraph(tag.kids));
    const rows = tag.kids.filter(isRow);
    const caption = tag.kids.filter((kid) => !isRow(kid));
    const count = rows.findIndex((row) => !row.kids.every(isColumnHead));
    const head = rows.slice(0, Math.max(0, count));
    return {
      ...tag,
      kids: [
        ...(caption.length > 0 ? [element('Caption', withoutOnlyParagraph(caption))] : []),
        ...(head.length > 0 ? [element('THead', head)] : []),
        element('TBody', rows.slice(head.length)),
      ],
    };
  },
};

function isRow(kid: Kid): kid is Element {
  return kid.kind === 'element' && kid.type === 'TR';
}

function isColumnHead(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'TH' && kid.attributes.cell?.scope === 'Column';
}
