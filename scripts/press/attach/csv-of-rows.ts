import { csvRecords, isBlank } from '../data/csv-records.ts';

/**
 * A CSV with its head and some of its rows, each as it is written in the file.
 *
 * @param rows their numbers, from 0 after the head; a blank line is no row where there are several columns
 */
export function csvOfRows(csv: Uint8Array, rows: ReadonlySet<number>): Uint8Array {
  const text = new TextDecoder('utf-8').decode(csv);
  const kept: string[] = [];
  let columns = 0;
  let row = -1;
  for (const record of csvRecords(text)) {
    columns ||= record.cells.length;
    if (columns > 1 && isBlank(record)) continue;
    if (row === -1 || rows.has(row)) kept.push(text.slice(record.start, record.end));
    row += 1;
  }
  return new TextEncoder().encode(kept.join(''));
}
