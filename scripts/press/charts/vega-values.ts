import type { Cell, Table } from '../data/table.ts';

/** A table as Vega takes it. Only here do exact decimals become binary fractions: for places on paper, not for print. */
export function vegaValues(table: Table): Record<string, string | number | boolean | null>[] {
  return table.rows.map((row) =>
    Object.fromEntries(table.columns.map((column) => [column, vegaValue(row[column] ?? { kind: 'missing' })])),
  );
}

function vegaValue(cell: Cell): string | number | boolean | null {
  switch (cell.kind) {
    case 'number':
      return Number(cell.decimal);
    case 'date':
      return cell.iso;
    case 'text':
      return cell.text;
    case 'boolean':
      return cell.truth;
    case 'missing':
      return null;
  }
}
