import { csvRecords, isBlank } from '../data/csv-records.ts';

/**
 * A CSV with its head and some of its rows, each as it is written in the file.
 *
 * @param rows their numbers, from 0 after the head; a blank line is no row where there are several columns
 */
export function csvOfRows(csv: Uint8Array, rows: ReadonlySet<number>): Uint8Array {
  const text = new TextDecoder('utf-8').decode(csv);
  const lines = text.split(/(?<=\r\n|\n|\r(?!\n))/);
  const records = [...csvRecords(text)];
  const isSingle = records[0]?.cells.length === 1;
  const written = records.flatMap((record, index) =>
    isSingle || !isBlank(record) ? [lines.slice(record.line - 1, (records[index + 1]?.line ?? Infinity) - 1)] : [],
  );
  const kept = written.filter((_, index) => index === 0 || rows.has(index - 1));
  return new TextEncoder().encode(kept.flat().join(''));
}
