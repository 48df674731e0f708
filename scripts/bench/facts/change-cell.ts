import { csvRecords, isBlank } from '../../press/data/csv-records.ts';
import type { CellChange } from './mutant.ts';

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
