import { queryOf } from '../../press/data/query-of.ts';
import type { Table } from '../../press/data/table.ts';
import type { Compiled } from '../../press/index.ts';
import { answerSources } from '../../press/trace/edition-answers.ts';

/** A cell of a dataset that something in print rests on. */
export interface UsedCell {
  readonly dataset: string;
  /** From 0 after the head, without blank lines. */
  readonly row: number;
  readonly column: string;
  readonly value: Table['rows'][number][string] | undefined;
}

/**
 * The cells that an edition uses: of the rows that its queries rest on, the columns that those queries name. Each is given
 * once, in the order of datasets, rows and columns.
 */
export async function usedCells({ edition, ground }: Compiled): Promise<readonly UsedCell[]> {
  const { facts, asked } = ground;
  const sources = await answerSources(edition, asked, () => {});
  const queries = new Set([
    ...[...facts.values()].map(({ spec }) => spec.query),
    ...sources.map(({ source }) => queryOf(source)),
  ]);
  const cells = new Map<string, UsedCell>();
  for (const query of queries) {
    for (const [dataset, { rows }] of await asked.datasets.restedRows(query, Number.MAX_SAFE_INTEGER, asked.facts)) {
      for (const { number: row, cells: values } of rows) {
        for (const [column, value] of Object.entries(values)) {
          if (!isNamed(column, query)) continue;
          cells.set(`${dataset} ${String(row).padStart(9, '0')} ${column}`, { dataset, row, column, value });
        }
      }
    }
  }
  return [...cells].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, cell]) => cell);
}

/** Names of columns that are words of SQL as well: a query means them in quotation marks only. */
const words: ReadonlySet<string> = new Set(['from', 'to']);

/** Whether a query names a column: by itself, or with all others. */
function isNamed(column: string, query: string): boolean {
  const pattern = words.has(column) ? `"${column}"` : String.raw`\b${column}\b`;
  return new RegExp(pattern, 'i').test(query) || /^\s*from\b/i.test(query);
}
