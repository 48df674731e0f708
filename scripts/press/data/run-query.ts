import type { DuckDBConnection, DuckDBResultReader } from '@duckdb/node-api';
import { DuckDBTypeId } from '@duckdb/node-api';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Alarm } from './alarm.ts';
import { computeExactly } from './compute-exactly.ts';
import { engineCell, isCellType } from './engine-cell.ts';
import { engineFault } from './engine-fault.ts';
import type { ExactQuery } from './exact-columns.ts';
import { limitFault } from './limit-fault.ts';
import { limits } from './limits.ts';
import { numberCell } from './number-cell.ts';
import { type Answer, failed, type QueryFailure } from './query-outcome.ts';
import { queryPlace } from './query-place.ts';
import type { Cell } from './table.ts';

/** A query as the engine takes it. */
export interface RunnableQuery {
  readonly sql: string;
  /** What the press computes of its answer itself. */
  readonly exact: Pick<ExactQuery, 'columns' | 'operands' | 'fractions'>;
  readonly factOf: (name: string) => Cell;
}

/** Runs a query that was checked. No more rows are fetched than an answer may have, and no more time is taken. */
export async function runQuery(
  query: RunnableQuery,
  connection: DuckDBConnection,
  alarm: Alarm,
): Promise<Answer | QueryFailure> {
  const { sql, exact, factOf } = query;
  try {
    using _ = alarm(limits.queryMilliseconds, () => connection.interrupt());
    const answer = await connection.streamAndReadUntil(sql, limits.answerRows + 1);
    const names = answer.columnNames();
    const columns = names.slice(0, names.length - exact.operands.length);
    const fault = columnFault(columns, (index) => isCellType(answer.columnTypeId(index)));
    if (fault) return fault;
    if (answer.currentRowCount > limits.answerRows) {
      const most = limits.answerRows.toLocaleString('en');
      return failed('query-fails', `the query gives more than ${most} rows`, 'add up, filter or limit its rows');
    }
    const computed = new Map(exact.columns.map(({ index, expression }) => [at(columns, index), expression]));
    const operandAt = new Map(exact.operands.map((operand, index) => [operand, columns.length + index]));
    const rows: Record<string, Cell>[] = [];
    for (const values of answer.getRows()) {
      const cells: [string, Cell][] = [];
      for (const [index, column] of columns.entries()) {
        const expression = computed.get(index);
        const cellInColumn = (place: number) => engineCell(values[place] ?? null);
        const value = expression
          ? computeExactly(expression, {
              operandCell: (operand) => cellInColumn(operandAt.get(operand) ?? -1),
              factOf,
            })
          : 'other';
        const cell =
          typeof value === 'object' ? numberCell(value) : value === 'missing' ? missing : cellInColumn(index);
        if (!cell || value === 'no-number') return noValue(column, rows.length + 1);
        cells.push([column, cell]);
      }
      rows.push(Object.fromEntries(cells));
    }
    return { kind: 'table', table: { columns, rows }, inexact: inexactColumns(answer, columns, query) };
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

const missing: Cell = { kind: 'missing' };

/** The place of a column that is counted from the first one, or below 0 from behind the last. */
function at(columns: readonly string[], index: number): number {
  return index < 0 ? columns.length + index : index;
}

/** A number with a binary fraction is what a division leaves: a column of such numbers, or one of an operand. */
function inexactColumns(
  answer: DuckDBResultReader,
  columns: readonly string[],
  { exact }: RunnableQuery,
): readonly string[] {
  if (exact.fractions === 'none') return [];
  const isBinary = (index: number) => [DuckDBTypeId.DOUBLE, DuckDBTypeId.FLOAT].includes(answer.columnTypeId(index));
  const operands = exact.operands.filter(
    (operand, index) => operand.class !== 'CONSTANT' && isBinary(columns.length + index),
  );
  const computed = new Set(exact.columns.map(({ index }) => at(columns, index)));
  return columns.filter((_, index) => (computed.has(index) ? operands.length > 0 : isBinary(index)));
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
  const limit = limitFault(cause);
  if (limit) return limit;
  const { message, position, name, candidates } = engineFault(cause, 'answering a query');
  const at = position === undefined ? undefined : queryPlace(sql, position);
  const cure =
    name !== undefined && candidates.length > 0 ? didYouMean(name, candidates, 'names here') : 'correct its SQL';
  const failure = failed('query-fails', `the query fails: ${message}`, cure, at);
  return name !== undefined && message.startsWith('Referenced column')
    ? { ...failure, unknown: { name, near: candidates } }
    : failure;
}
