import type { DuckDBConnection } from '@duckdb/node-api';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import type { Engine } from './open-engine.ts';
import { quoteName, quoteText } from './quote-sql.ts';

/** The datasets as they stood on a date. */
export interface CutOff {
  /** Those that hold rows later than it. */
  readonly late: ReadonlySet<string>;
  /** Sees no late row. */
  readonly connection: DuckDBConnection;
}

/**
 * Cuts the datasets off after a date.
 *
 * @param until a year, a month or a day; rows up to its last day stay
 */
export async function cutOffAfter(
  until: string,
  descriptors: Iterable<DatasetDescriptor>,
  engine: Engine,
): Promise<CutOff> {
  const end = `period_end(${quoteText(until)})`;
  const dated = [...descriptors].flatMap(({ name, dated_by }) => (dated_by === undefined ? [] : [{ name, dated_by }]));
  const connection = await engine.connect();
  const late = new Set<string>();
  if (dated.length === 0) return { late, connection };
  const counts = dated.map(
    ({ name, dated_by }) =>
      `(select count(*) from ${quoteName(name)} where period_end(${quoteName(dated_by)}) > ${end})`,
  );
  const answer = await connection.runAndReadAll(`select ${counts.join(', ')}`);
  for (const [index, count] of (answer.getRowsJS()[0] ?? []).entries()) {
    const dataset = dated[index];
    if (!dataset || Number(count) === 0) continue;
    const { name, dated_by } = dataset;
    late.add(name);
    // A temporary view goes before the table of its name, on this connection only.
    const view = quoteName(name);
    const rows = `from memory.main.${view} where period_end(${quoteName(dated_by)}) <= ${end}`;
    await connection.run(`create temp view ${view} as ${rows}`);
    if (name.includes('-')) {
      await connection.run(`create temp view ${quoteName(name.replaceAll('-', '_'))} as from temp.${view}`);
    }
  }
  return { late, connection };
}
