import type { DuckDBConnection } from '@duckdb/node-api';
import { engineCell } from './engine-cell.ts';
import { engineFault } from './engine-fault.ts';
import { quoteName } from './quote-sql.ts';
import { readingsOfQuery } from './rows-in-use.ts';
import { rowColumnSql, storedTable } from './stored-table.ts';
import { type SyntaxNode, sqlOf } from './syntax-tree.ts';
import type { Cell } from './table.ts';

/** The rows of one dataset that an answer rests on. */
export interface RowsBehind {
  /** `whole` where the rows cannot be told apart: then all of them count. */
  readonly extent: 'followed' | 'whole';
  readonly count: number;
  /** The first of them, in the order of the file; none where it rests on the whole. */
  readonly rows: readonly RowBehind[];
}

export interface RowBehind {
  /** Its number in the file, from 0 after the head. */
  readonly number: number;
  readonly cells: Readonly<Record<string, Cell>>;
}

/**
 * The rows that a query rests on, by dataset: those that pass the conditions of each SELECT that reads it. So the highest of
 * some rows rests on all of them, since each could have been higher. What narrows them further out (a filter of one
 * aggregate, a condition around a subquery) is not followed: such rows are told, too. No row that the answer depends on
 * is left out.
 *
 * @param statement a query that was checked, with values in the place of its facts
 * @param known datasets by each name that a query may use
 * @param most how many rows of a dataset are given; all are counted
 */
export async function rowsBehind(
  statement: SyntaxNode,
  known: ReadonlyMap<string, string>,
  most: number,
  connection: DuckDBConnection,
): Promise<ReadonlyMap<string, RowsBehind>> {
  const found = new Map<string, RowsBehind>();
  for (const [dataset, readings] of Map.groupBy(readingsOfQuery(statement, known), (one) => one.dataset)) {
    const queries: string[] = [];
    for (const { rows } of readings) if (rows) queries.push(await sqlOf({ node: rows }, connection));
    const followed =
      queries.length === readings.length ? await followedRows(dataset, queries, most, connection) : undefined;
    found.set(dataset, followed ?? { extent: 'whole', count: await rowCount(dataset, connection), rows: [] });
  }
  return found;
}

async function followedRows(
  dataset: string,
  queries: readonly string[],
  most: number,
  connection: DuckDBConnection,
): Promise<RowsBehind | undefined> {
  const union = queries.map((sql) => `(${sql.replace(/;\s*$/, '')})`).join(' union ');
  const passing = `from (${union}) as passing(row) where row is not null`;
  try {
    const counted = await connection.runAndReadAll(`select count(distinct row) ${passing}`);
    const answer = await connection.runAndReadAll(
      `from ${storedTable(dataset)} where ${rowColumnSql} in (select row ${passing})
       order by ${rowColumnSql} limit ${most}`,
    );
    const [, ...columns] = answer.columnNames();
    const rows = answer.getRows().map(([number, ...values]): RowBehind => {
      const cells = columns.map((column, index) => [column, engineCell(values[index] ?? null) ?? missing] as const);
      return { number: Number(number), cells: Object.fromEntries(cells) };
    });
    return { extent: 'followed', count: Number(counted.getRowsJS()[0]?.[0] ?? 0), rows };
  } catch (cause) {
    // What the engine refuses as a query of its own rests on the query around it.
    engineFault(cause, 'finding the rows behind an answer');
    return undefined;
  }
}

const missing: Cell = { kind: 'missing' };

async function rowCount(dataset: string, connection: DuckDBConnection): Promise<number> {
  const answer = await connection.runAndReadAll(`select count(*) from ${quoteName(dataset)}`);
  return Number(answer.getRowsJS()[0]?.[0] ?? 0);
}
