import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { CellCheck } from './cell-checks.ts';
import { type CsvCell, csvRecords, isBlank } from './csv-records.ts';
import type { DataFile } from './data-file.ts';
import { limits } from './limits.ts';
import { shownCell } from './shown-cell.ts';
import { rowColumnSql } from './stored-table.ts';

/**
 * Reports the cells that break checks, each at its place in the file; past the limit the rest are counted. In a file of
 * Parquet, which has no lines, the place is the row and the column.
 */
export async function reportCells(
  checks: readonly CellCheck[],
  table: string,
  data: DataFile & { readonly columns: readonly string[] },
  connection: DuckDBConnection,
  report: Report,
): Promise<void> {
  const found: { readonly row: number; readonly check: CellCheck }[] = [];
  let total = 0;
  for (const check of checks) {
    const answer = await connection.runAndReadAll(
      `select ${rowColumnSql}, count(*) over () from ${brokenRows(check, table)} order by ${rowColumnSql} limit ${limits.faultsShown + 1}`,
    );
    const rows = answer.getRowsJS();
    for (const [row] of rows) found.push({ row: Number(row), check });
    total += Number(rows[0]?.[1] ?? 0);
  }
  const at = (column: string) => data.columns.indexOf(column);
  found.sort((a, b) => a.row - b.row || at(a.check.column) - at(b.check.column));
  const wanted = new Set(found.map(({ row }) => row));
  const cells =
    data.format === 'csv'
      ? rowsOf(
          new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(data.path)),
          data.columns.length,
          wanted,
        )
      : await parquetRows(table, wanted, connection);
  const placed = found
    .filter(({ row, check }, index) => {
      const before = found[index - 1];
      return before?.row !== row || before.check.column !== check.column;
    })
    .map(({ row, check }) => ({ check, cell: cells.get(row)?.[at(check.column)] }));
  for (const { check, cell } of placed.slice(0, limits.faultsShown)) {
    const words = cell === undefined || cell.text === '' ? 'the empty cell' : shownCell(cell.text);
    report({
      rule: 'cell-type',
      place: placeOf(data.file, cell),
      message: `${words} in the column "${check.column}" ${check.fault}`,
      cure: check.cure,
    });
  }
  const [next] = placed.slice(limits.faultsShown);
  if (next) {
    report({
      rule: 'cell-type',
      place: placeOf(data.file, next.cell),
      message: `${total - (found.length - placed.length) - limits.faultsShown} more cells from here on do not fit their columns`,
      cure: 'correct those above first: the rest may go away with them',
    });
  }
}

function brokenRows(check: CellCheck, table: string): string {
  if (check.kind === 'cell') return `${table} where ${check.bad}`;
  const nth = `row_number() over (partition by ${check.key} order by ${rowColumnSql}) as nth`;
  return `(select ${rowColumnSql}, ${nth} from ${table} where ${check.key} is not null) where nth > 1`;
}

/** The cells of some rows, by the engine's number of the row: it counts from 0, after the head, without blank lines. */
function rowsOf(text: string, columns: number, wanted: ReadonlySet<number>): ReadonlyMap<number, readonly CsvCell[]> {
  const found = new Map<number, readonly CsvCell[]>();
  let row = -1;
  for (const record of csvRecords(text)) {
    if (found.size === wanted.size) break;
    if (columns > 1 && isBlank(record)) continue;
    if (wanted.has(row)) found.set(row, record.cells);
    row += 1;
  }
  return found;
}

async function parquetRows(
  table: string,
  wanted: ReadonlySet<number>,
  connection: DuckDBConnection,
): Promise<ReadonlyMap<number, readonly CsvCell[]>> {
  const answer = await connection.runAndReadAll(
    `select ${rowColumnSql}, columns(* exclude (${rowColumnSql})) from ${table}
     where ${rowColumnSql} in (${[...wanted].join(', ')})`,
  );
  return new Map(
    answer.getRowsJS().map(([row, ...values]): [number, readonly CsvCell[]] => [
      Number(row),
      values.map((value, index) => ({
        text: String(value ?? ''),
        line: Number(row) + 1,
        column: index + 1,
        form: 'plain',
      })),
    ]),
  );
}

function placeOf(file: string, cell: CsvCell | undefined) {
  return { file, line: cell?.line ?? 1, column: cell?.column ?? 1 };
}
