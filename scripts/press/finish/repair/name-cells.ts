import type { Attributes, Element, Kid } from '../structure/element.ts';
import { isCell, rowsOf } from './rows-of.ts';
import type { Rule } from './rule.ts';

/**
 * Leaves the ids of heads to tables in which a cell spans several, or a head does not say what it heads: in all others
 * rows, columns and `Scope` say which head a cell has (ISO 14289-1, 7.5). Ids count within the document; Chromium's come
 * from a counter of all its pages.
 */
export function nameCells(): Rule {
  let tables = 0;
  return {
    types: ['Table'],
    repair(table): Element {
      const cells = rowsOf(table).flatMap((row) => row.kids.filter(isCell));
      if (!cells.some((cell) => spans(cell) || isVague(cell))) return renamed(table, () => undefined);
      tables += 1;
      const heads = cells.flatMap(({ attributes: { id } }) => (id === undefined ? [] : [id]));
      const names = new Map(heads.map((id, index) => [id, `table-${tables}-head-${index + 1}`]));
      return renamed(table, (id) => names.get(id));
    },
  };
}

function spans({ attributes: { cell } }: Element): boolean {
  return cell !== undefined && (cell.rowSpan > 1 || cell.columnSpan > 1);
}

/** Whether a head does not say what it heads. */
function isVague({ type, attributes: { cell } }: Element): boolean {
  return type === 'TH' && cell?.scope === undefined;
}

function renamed(element: Element, nameOf: (id: string) => string | undefined): Element {
  const kids = element.kids.map((kid): Kid => {
    if (kid.kind !== 'element') return kid;
    return isCell(kid) ? { ...kid, attributes: cellNames(kid.attributes, nameOf) } : renamed(kid, nameOf);
  });
  return { ...element, kids };
}

function cellNames(attributes: Attributes, nameOf: (id: string) => string | undefined): Attributes {
  const { id, cell, ...others } = attributes;
  const name = id === undefined ? undefined : nameOf(id);
  const headers = (cell?.headers ?? []).map(nameOf).filter((header) => header !== undefined);
  return { ...others, ...(name !== undefined && { id: name }), ...(cell && { cell: { ...cell, headers } }) };
}
