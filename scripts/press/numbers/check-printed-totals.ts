import { exactValue, numberCell } from '../data/number-cell.ts';
import { compare, quotientOf, sum } from '../data/rational.ts';
import type { Cell, Table } from '../data/table.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import { formatCell } from '../facts/format-cell.ts';
import type { Edition } from '../read/edition.ts';
import type { ValueFormat } from '../read/schemas/common.ts';
import type { TableSpec } from '../read/schemas/figures.ts';

/** Formats of what can be added up; shares and multiples cannot. */
const summed: ReadonlySet<ValueFormat> = new Set([
  'number',
  'number-long',
  'currency',
  'currency-short',
  'currency-full',
]);

/** Cells in print that are to add up to the last of them. */
interface Sum {
  readonly cells: readonly (Cell | undefined)[];
  readonly column: TableSpec['columns'][number];
  /** Its index among the columns. */
  readonly index: number;
  /** What holds the total, and what its parts are. */
  readonly names: readonly [total: string, parts: string];
}

/**
 * Holds the totals of each table that prints them against their parts, exactly. One of which a part is missing is not
 * checked, since its sum is not known.
 */
export function checkPrintedTotals(edition: Edition, tables: ReadonlyMap<string, Table>, report: Report): void {
  for (const [name, { value, at }] of edition.tables) {
    for (const { cells, column, index, names } of sumsOf(value, tables.get(`table ${name}`)?.rows ?? [])) {
      const { field, format, decimals } = column;
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
        message: `${names[0]} of "${field}" is ${shown(total)}, and ${names[1]} add up to ${shown(numberCell(added))}`,
        cure: `add them up in the query, or take "total: ${value.total}" out where it is no total`,
      });
    }
  }
}

/** The sums that a table prints: down each column, or along each row over the columns of numbers before the last. */
function sumsOf({ total, columns }: TableSpec, rows: Table['rows']): readonly Sum[] {
  if (total === 'last-row') {
    const names = ['the last row', 'the rows above it'] as const;
    return columns.map((column, index) => ({ cells: rows.map((row) => row[column.field]), column, index, names }));
  }
  const column = columns.at(-1);
  if (total === 'none' || !column) return [];
  const added = columns.filter(({ format }) => summed.has(format));
  return rows.map((row, index) => ({
    cells: added.map(({ field }) => row[field]),
    ...{ column, index: columns.length - 1 },
    names: [`row ${index + 1}`, 'the columns before it'],
  }));
}

/** The sum of cells; undefined where there are none, or one of them is no number. */
function sumOf(cells: readonly (Cell | undefined)[]) {
  const values = cells.flatMap((cell) => (cell?.kind === 'number' ? [exactValue(cell)] : []));
  return values.length > 0 && values.length === cells.length ? values.reduce(sum, quotientOf(0n, 1n)) : undefined;
}
