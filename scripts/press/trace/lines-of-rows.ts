import { csvRecords, isBlank } from '../data/csv-records.ts';

/**
 * The lines on which rows of a CSV begin; none for a file that has no lines.
 *
 * @param path ends in .csv for a file of text
 * @param rows their numbers, from 0 after the head and without blank lines, in rising order
 */
export function linesOfRows(bytes: Uint8Array | undefined, path: string, rows: readonly number[]): readonly number[] {
  const last = rows.at(-1);
  if (!bytes || last === undefined || !path.endsWith('.csv')) return [];
  const lines = new Map<number, number>();
  let row = -1;
  let columns = 0;
  for (const record of csvRecords(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes))) {
    columns ||= record.cells.length;
    if (columns > 1 && isBlank(record)) continue;
    lines.set(row, record.line);
    if (row === last) break;
    row += 1;
  }
  return rows.flatMap((wanted) => lines.get(wanted) ?? []);
}
