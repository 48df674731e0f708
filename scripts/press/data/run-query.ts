import type { DuckDBConnection } from '@duckdb/node-api';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { cellOf, isCellType } from './cell-of.ts';
import { engineFault } from './engine-fault.ts';
import { limits } from './limits.ts';
import { failed, type QueryFailure } from './query-outcome.ts';
import { queryPlace } from './query-place.ts';
import type { Cell, Table } from './table.ts';

/** Runs a query that was checked. No more rows are fetched than an answer may have. */
export async function runQuery(
  sql: string,
  connection: DuckDBConnection,
): Promise<{ readonly kind: 'table'; readonly table: Table } | QueryFailure> {
  try {
    const answer = await connection.streamAndReadUntil(sql, limits.answerRows + 1);
    const columns = answer.columnNames();
    const fault = columnFault(columns, (index) => isCellType(answer.columnTypeId(index)));
    if (fault) return fault;
    if (answer.currentRowCount > limits.answerRows) {
      const most = limits.answerRows.toLocaleString('en');
      return failed('query-fails', `the query gives more than ${most} rows`, 'add up, filter or limit its rows');
    }
    const rows: Record<string, Cell>[] = [];
    for (const values of answer.getRows()) {
      const cells: [string, Cell][] = [];
      for (const [index, column] of columns.entries()) {
        const cell = cellOf(values[index] ?? null);
        if (!cell) return noValue(column, rows.length + 1);
        cells.push([column, cell]);
      }
      rows.push(Object.fromEntries(cells));
    }
    return { kind: 'table', table: { columns, rows } };
  } catch (cause) {
    return refusal(sql, cause);
  }
}

/** Holds a query against the columns of its datasets, without running it. */
export async function bindQuery(sql: string, connection: DuckDBConnection): Promise<QueryFailure | undefined> {
  try {
    const prepared = await connection.prepare(sql);
    prepared.destroySync();
    return undefined;
  } catch (cause) {
    return refusal(sql, cause);
  }
}

function columnFault(columns: readonly string[], isCell: (index: number) => boolean): QueryFailure | undefined {
  const twice = columns.find((name, index) => columns.indexOf(name) !== index);
  if (twice !== undefined) {
    return failed('query-shape', `the query gives two columns "${twice}"`, 'name one of them by AS');
  }
  const odd = columns.find((_, index) => !isCell(index));
  if (odd !== undefined) {
    return failed(
      'query-shape',
      `the column "${odd}" of the query holds neither numbers, text nor dates`,
      'take one value out of it, or cast it: x::date, x::varchar, x::double',
    );
  }
  return undefined;
}

function noValue(column: string, row: number): QueryFailure {
  return failed(
    'query-fails',
    `the query gives no number in row ${row} of the column "${column}"`,
    'see what it divides by, and leave out the rows that have nothing there: nullif(x, 0) makes them missing',
  );
}

function refusal(sql: string, cause: unknown): QueryFailure {
  const { message, position, name, candidates } = engineFault(cause, 'answering a query');
  const at = position === undefined ? undefined : queryPlace(sql, position);
  const cure =
    name !== undefined && candidates.length > 0 ? didYouMean(name, candidates, 'names here') : 'correct its SQL';
  return failed('query-fails', `the query fails: ${message}`, cure, at);
}
