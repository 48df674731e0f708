import type { Asked } from '../data/table-of.ts';
import type { Files } from '../read/files.ts';
import { linesOfRows } from './lines-of-rows.ts';
import type { TracedDataset, TracedRow } from './traced-dataset.ts';

/** How many rows of a dataset a trace gives. */
export const tracedRows = 50;

/** The rows that a query rests on, by dataset, with their lines: its own, not those of the facts that it names. */
export async function traceRows(
  sql: string,
  { datasets, facts }: Pick<Asked, 'datasets' | 'facts'>,
  files: Files,
): Promise<readonly TracedDataset[]> {
  const rested = await datasets.restedRows(sql, tracedRows, facts);
  return [...rested].flatMap(([name, { extent, count, rows }]): readonly TracedDataset[] => {
    const dataset = datasets.descriptors.get(name);
    if (!dataset) return [];
    const file = `data/${dataset.path}`;
    const numbers = rows.map(({ number }) => number);
    const lines = linesOfRows(files.bytes(file), dataset.path, numbers);
    const traced = rows.map(({ number, cells }, index): TracedRow => {
      const line = lines[index];
      return { number: number + 1, place: line === undefined ? undefined : { file, line, column: 1 }, cells };
    });
    return [{ dataset, file, extent, count, rows: traced }];
  });
}
