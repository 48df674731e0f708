import { csvRecords, isBlank } from '../data/csv-records.ts';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { SourceOf } from './printed-text.ts';

/**
 * Where a cell of a dataset stands in its file.
 *
 * @param row its row as the engine counts, from 0 after the head and without blank lines
 */
export function cellAt(file: string, row: number, column: string, sourceOf: SourceOf): Place | undefined {
  if (!file.endsWith('.csv')) return undefined;
  const records = [...csvRecords(sourceOf(file))];
  const [head, ...rows] = records.filter((record) => !(isBlank(record) && (records[0]?.cells.length ?? 1) > 1));
  const index = head?.cells.findIndex(({ text }) => text.trim() === column) ?? -1;
  const cell = rows[row]?.cells[index];
  return cell && { file, line: cell.line, column: cell.column };
}
