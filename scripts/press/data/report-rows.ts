import type { Report } from '../diagnostics/diagnostic.ts';
import { type CsvRecord, csvRecords, isBlank } from './csv-records.ts';
import { limits } from './limits.ts';

/** One fault in the form of a row. */
interface RowFault {
  readonly line: number;
  readonly column: number;
  readonly message: string;
  readonly cure: string;
}

/**
 * Reports why the rows of a CSV cannot be told apart: rows with too many or too few cells, quotation marks that do not
 * close, mixed line ends, bytes that are no UTF-8.
 *
 * @param known what the engine said of it, for what is none of these
 */
export function reportRows(
  csv: { readonly file: string; readonly bytes: Uint8Array; readonly columns: number },
  known: { readonly line: number; readonly message: string },
  report: Report,
): void {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(csv.bytes);
  const faults = [...encodingFaults(text, csv.bytes), ...rowFaults(text, csv.columns)];
  if (faults.length === 0) {
    const cure = 'look at this row and the one before it in a text editor, or save the table as CSV in UTF-8 anew';
    faults.push({ line: known.line, column: 1, message: `the row cannot be read: ${known.message}`, cure });
  }
  const shown = faults.slice(0, limits.faultsShown);
  for (const { line, column, message, cure } of shown) {
    report({ rule: 'row-shape', place: { file: csv.file, line, column }, message, cure });
  }
  const [next] = faults.slice(limits.faultsShown);
  if (next) {
    report({
      rule: 'row-shape',
      place: { file: csv.file, line: next.line, column: next.column },
      message: `${faults.length - shown.length} more rows from here on have faults`,
      cure: 'correct those above first: the rest may go away with them',
    });
  }
}

function encodingFaults(text: string, bytes: Uint8Array): RowFault[] {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return [];
  } catch {
    const before = text.slice(0, text.indexOf('\uFFFD')).split(/\r\n|\n|\r/);
    const message = 'the file is not in UTF-8: a letter here cannot be read';
    const column = (before.at(-1) ?? '').length + 1;
    return [{ line: before.length, column, message, cure: 'save the table as CSV in UTF-8' }];
  }
}

function rowFaults(text: string, columns: number): RowFault[] {
  const faults: RowFault[] = [];
  let ending: CsvRecord['ending'] | undefined;
  for (const record of csvRecords(text)) {
    const { line, cells } = record;
    ending ??= record.ending;
    const odd = cells.find(({ form }) => form === 'unclosed' || form === 'words-after-quote');
    if (odd) {
      const message =
        odd.form === 'unclosed'
          ? 'a quotation mark is opened here and not closed'
          : 'words follow the closing quotation mark of a cell';
      const cure = 'put one mark at the beginning and one at the end of the cell, and double those within it';
      faults.push({ line: odd.line, column: odd.column, message, cure });
    } else if (cells.length !== columns && !(isBlank(record) && columns > 1)) {
      const count = cells.length === 1 ? 'one cell' : `${cells.length} cells`;
      const message = `the row has ${count}, and the head names ${columns} column${columns === 1 ? '' : 's'}`;
      const cure = 'count the commas, and put a cell that holds one in quotation marks';
      faults.push({ line, column: 1, message, cure });
    } else if (record.ending !== '' && record.ending !== ending) {
      const message = 'this line ends in another way than the first';
      faults.push({ line, column: 1, message, cure: 'save the table anew, with one kind of line end' });
      break;
    }
  }
  return faults;
}
