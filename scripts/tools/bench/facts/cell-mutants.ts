import { cellWords } from '../../../press/data/cell-words.ts';
import { csvRecords, isBlank } from '../../../press/data/csv-records.ts';
import { queryOf } from '../../../press/data/query-of.ts';
import type { Table } from '../../../press/data/table.ts';
import type { Compiled } from '../../../press/index.ts';
import { placeOfCell, type SourceOf } from '../../../press/numbers/source-places.ts';
import { answerSources } from '../../../press/trace/edition-answers.ts';
import { type CellChange, changedValues, type Mutant } from './mutation.ts';

/** A mutant for each cell of data that an edition uses. */
export async function cellMutants(compiled: Compiled, sourceOf: SourceOf): Promise<readonly Mutant[]> {
  const { descriptors } = compiled.run.datasets;
  const cells = await usedCells(compiled);
  const byColumn = Map.groupBy(cells, (cell) => `${cell.dataset} ${cell.column}`);
  const columnOf = (dataset: string, column: string) =>
    (byColumn.get(`${dataset} ${column}`) ?? []).map((cell) => cellWords(cell.value));
  return cells.flatMap(({ dataset, row, column, value }): readonly Mutant[] => {
    const descriptor = descriptors.get(dataset);
    const field = descriptor?.schema.fields.find(({ name }) => name === column);
    if (!descriptor || !field) return [];
    const file = `data/${descriptor.path}`;
    const before = cellWords(value);
    const place = placeOfCell(file, row, column, sourceOf) ?? { file, line: row + 2, column: 1 };
    const values = changedValues(before, field, columnOf(dataset, column));
    return [
      {
        class: 'cell of data',
        editions: [compiled.edition.name],
        changes: values.map((after) => ({ kind: 'cell', dataset, row, column, after })),
        asks: 'print or diagnostic',
        place,
        lines: [place.line, place.line],
        before: `${column} ${before === '' ? '(missing)' : before}`,
      },
    ];
  });
}

/** A cell of a dataset that something in print rests on. */
interface UsedCell {
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
async function usedCells({ run }: Compiled): Promise<readonly UsedCell[]> {
  const { facts, datasets, named } = run;
  const sources = await answerSources(run, () => {});
  const queries = new Set([
    ...[...facts.values()].map(({ spec }) => spec.query),
    ...sources.map(({ source }) => queryOf(source)),
  ]);
  const cells = new Map<string, UsedCell>();
  for (const query of queries) {
    for (const [dataset, { rows }] of await datasets.rowsBehind(query, Number.MAX_SAFE_INTEGER, named)) {
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

/** The text of a CSV with one cell changed; all else is as it was. */
export function changeCell(csv: string, { row, column, after }: Omit<CellChange, 'kind' | 'dataset'>): string {
  const records = [...csvRecords(csv)].filter((record, _, all) => !isBlank(record) || all[0]?.cells.length === 1);
  const [head, ...rows] = records;
  const index = head?.cells.findIndex(({ text }) => text === column) ?? -1;
  const record = rows[row];
  if (!record || index < 0) throw new Error(`there is no row ${row} or no column "${column}"`);
  const cells = record.cells.map(({ text }, at) => written(at === index ? after : text));
  return `${csv.slice(0, record.start)}${cells.join(',')}${record.ending}${csv.slice(record.end)}`;
}

function written(text: string): string {
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
