import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { Edition } from '../read/edition.ts';
import type { DataSource } from '../read/schemas/common.ts';
import type { Table } from './table.ts';
import { type Asked, tableOf } from './table-of.ts';

/**
 * The answers that the tables and timelines of an edition print, by "table name" and "timeline name". One that has none
 * is left out, and was reported.
 */
export async function answerTables(
  edition: Edition,
  asked: Asked,
  report: Report,
): Promise<ReadonlyMap<string, Table>> {
  const answers = new Map<string, Table>();
  const answer = async (key: string, { value, at }: Located<{ readonly data: DataSource }>) => {
    const place = at('data', 'query' in value.data ? 'query' : 'dataset');
    const table = await tableOf(value.data, 'print', asked, place, report);
    if (table) answers.set(key, table);
  };
  for (const [name, spec] of edition.tables) await answer(`table ${name}`, spec);
  for (const [name, spec] of edition.timelines) await answer(`timeline ${name}`, spec);
  return answers;
}
