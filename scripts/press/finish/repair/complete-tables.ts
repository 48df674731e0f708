import { type Element, element, type Kid } from '../structure/element.ts';
import { rebuild } from '../structure/rebuild.ts';
import { withoutOnlyParagraph } from './only-paragraph.ts';

/**
 * Tables as ISO 32000-1, 14.8.4.3.4, has them: a `Caption`, where there is one, a `THead` of the rows that head columns
 * only, a `TBody`. What Chromium has before the rows is what the caption holds.
 */
export function completeTables(document: Element): Element {
  return rebuild(document, (table): readonly Kid[] => {
    if (table.type === 'TD' || table.type === 'TH') return [{ ...table, kids: withoutOnlyParagraph(table.kids) }];
    if (table.type !== 'Table') return [table];
    const rows = table.kids.filter(isRow);
    const caption = table.kids.filter((kid) => !isRow(kid));
    const count = rows.findIndex((row) => !row.kids.every(isColumnHead));
    const head = rows.slice(0, Math.max(0, count));
    return [
      {
        ...table,
        kids: [
          ...(caption.length > 0 ? [element('Caption', withoutOnlyParagraph(caption))] : []),
          ...(head.length > 0 ? [element('THead', head)] : []),
          element('TBody', rows.slice(head.length)),
        ],
      },
    ];
  });
}

function isRow(kid: Kid): kid is Element {
  return kid.kind === 'element' && kid.type === 'TR';
}

function isColumnHead(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'TH' && kid.attributes.cell?.scope === 'Column';
}
