import { exactValue, numberCell } from '../data/number-cell.ts';
import { compare, quotientOf, sum } from '../data/rational.ts';
import type { Cell, Table } from '../data/table.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { formatCell } from '../facts/format-cell.ts';
import type { Edition } from '../read/edition.ts';
import type { ValueFormat } from '../read/schemas/common.ts';

/** Formats of what can be added up; shares and multiples cannot. */
const summed: ReadonlySet<ValueFormat> = new Set([
  'number',
  'number-long',
  'currency',
  'currency-short',
  'currency-full',
]);

/**
 * Holds the last row of each table that prints a total against the rows above it, column by column and exactly. A column of
 * which a part is missing is not checked, since its sum is not known.
 */
export function checkPrintedTotals(edition: Edition, tables: ReadonlyMap<string, Table>, report: Report): void {
  for (const [name, { value, at }] of edition.tables) {
    const rows = value.total === 'last-row' ? (tables.get(`table ${name}`)?.rows ?? []) : [];
    for (const [index, { field, format, decimals }] of value.columns.entries()) {
      const cells = rows.map((row) => row[field]);
      const [total, ...parts] = cells.toReversed();
      const added = summed.has(format) ? sumOf(parts) : undefined;
      if (!added || total?.kind !== 'number' || compare(added, exactValue(total)) === 0) continue;
      const shown = (cell: Cell) => {
        const outcome = formatCell(cell, { format, decimals, unit: undefined, qualifier: undefined }, edition);
        return outcome.kind === 'text' ? outcome.text : '';
      };
      report({
        rule: 'total-wrong',
        place: at('columns', index),
        message: `the last row of "${field}" is ${shown(total)}, and the rows above it add up to ${shown(numberCell(added))}`,
        cure: 'add them up in the query, or take "total: last-row" out where the last row is no total',
      });
    }
  }
}

/** The sum of cells; undefined where there are none, or one of them is no number. */
function sumOf(cells: readonly (Cell | undefined)[]) {
  const values = cells.flatMap((cell) => (cell?.kind === 'number' ? [exactValue(cell)] : []));
  return values.length > 0 && values.length === cells.length ? values.reduce(sum, quotientOf(0n, 1n)) : undefined;
}
