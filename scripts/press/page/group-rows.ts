import type { TableCell } from '../prose/prose.ts';

/** A row of a table in print. */
export type Row = readonly TableCell[];

/** More rows than these may be on two pages or in two columns, and each then has all of its heads. */
const mostShared = 12;

/** Rows that follow each other with the same first cell. */
export function groupRows<Cells extends { readonly cells: Row }>(
  rows: readonly Cells[],
): readonly (readonly Cells[])[] {
  const groups: Cells[][] = [];
  for (const row of rows) {
    const group = groups.at(-1);
    if (group && group[0]?.cells[0]?.text === row.cells[0]?.text) group.push(row);
    else groups.push([row]);
  }
  return groups;
}

/**
 * The heads of a row of a group: where two columns head the rows, the first stands once beside the rows that share it.
 *
 * @param own the row's cells that head it, one or two
 * @param index the row's place in its group, of as many rows
 * @returns each with the number of rows that it heads, where it heads more than this one
 */
export function rowHeads<Head>(
  own: readonly Head[],
  { index, rows }: { readonly index: number; readonly rows: number },
): readonly (Head & { readonly span: string | null })[] {
  const heads = own.map((head) => ({ ...head, span: null }));
  const [shared, ...others] = heads;
  if (heads.length === 1 || rows === 1 || rows > mostShared) return heads;
  return index === 0 && shared ? [{ ...shared, span: String(rows) }, ...others] : others;
}
