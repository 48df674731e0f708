import type { Report } from '../diagnostics/diagnostic.ts';
import type { EditionRun } from '../edition-run.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { DataSource } from '../read/schemas/common.ts';
import { queryOf } from './query-of.ts';
import type { Table } from './table.ts';
import { tableOf } from './table-of.ts';

/** What the tables and timelines of an edition print. */
export interface TableAnswers {
  /** By "table name" and "timeline name"; one that has none is left out, and was reported. */
  readonly tables: ReadonlyMap<string, Table>;
  /** The facts that their queries name. */
  readonly usedFacts: ReadonlySet<string>;
}

/** Asks the queries of an edition's tables and timelines. */
export async function answerTables(run: EditionRun, report: Report): Promise<TableAnswers> {
  const tables = new Map<string, Table>();
  const usedFacts = new Set<string>();
  const answer = async (key: string, { value, at }: Located<{ readonly data: DataSource }>) => {
    for (const fact of await run.datasets.factsIn(queryOf(value.data))) usedFacts.add(fact);
    const place = at('data', 'query' in value.data ? 'query' : 'dataset');
    const table = await tableOf(value.data, 'print', run, place, report);
    if (table) tables.set(key, table);
  };
  for (const [name, spec] of run.written.tables) await answer(`table ${name}`, spec);
  for (const [name, spec] of run.written.timelines) await answer(`timeline ${name}`, spec);
  return { tables, usedFacts };
}
