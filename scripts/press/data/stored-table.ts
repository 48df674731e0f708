import { quoteName } from './quote-sql.ts';

/**
 * How the engine holds a dataset: a table in a schema of ours, with its columns and one more, the number of each row. Queries
 * see a view of the dataset's name, which has its own columns alone: `*` never gives the number, and there is no `rowid`.
 */

/** The schema of the tables. No query of an author names a schema. */
export const storedSchema = 'stored';

/**
 * The column that numbers the rows of a dataset in the order of its file, from 0 after the head. The engine's own `rowid`
 * gives way to a column of that name; this one cannot clash, since no column that a descriptor may name holds a colon.
 */
export const rowColumn = 'row:number';

/** The column as SQL. */
export const rowColumnSql = quoteName(rowColumn);

/** The table of a dataset, or of its words while it is read, as SQL. */
export function storedTable(name: string): string {
  return `${storedSchema}.${quoteName(name)}`;
}
