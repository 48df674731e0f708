import type { Element, Kid } from '../structure/element.ts';

const groups: ReadonlySet<string> = new Set(['THead', 'TBody', 'TFoot']);

/** The rows of a table, whether they stand in groups or not. */
export function rowsOf(table: Element): readonly Element[] {
  return table.kids.flatMap((kid) => {
    if (kid.kind !== 'element') return [];
    return groups.has(kid.type) ? rowsOf(kid) : kid.type === 'TR' ? [kid] : [];
  });
}

/** Whether a kid of a table holds its rows, or is one. */
export function holdsRows(kid: Kid): boolean {
  return kid.kind === 'element' && (kid.type === 'TR' || groups.has(kid.type));
}

export function isCell(kid: Kid): kid is Element {
  return kid.kind === 'element' && (kid.type === 'TH' || kid.type === 'TD');
}

/** Whether a kid of a row is a cell that heads its column. */
export function isColumnHead(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'TH' && kid.attributes.cell?.scope === 'Column';
}
