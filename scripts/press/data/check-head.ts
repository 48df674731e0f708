import { open } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type CsvCell, csvRecords } from './csv-records.ts';
import type { DataFile } from './data-file.ts';
import { engineFault } from './engine-fault.ts';
import { limits } from './limits.ts';
import { parquetRows } from './parquet-rows.ts';

/**
 * The columns of a file in the order in which they stand, which need not be the descriptor's. Names that the descriptor
 * does not have, and names of it that are not there, are reported, and nothing is given.
 */
export async function checkHead(
  data: DataFile,
  described: readonly string[],
  connection: DuckDBConnection,
  report: Report,
): Promise<readonly string[] | undefined> {
  const cells = data.format === 'csv' ? await readHead(data) : await readParquetHead(data, connection, report);
  if (!cells) return undefined;
  const columns = cells.map(({ text }) => text);
  const place = { file: data.file, line: 1, column: 1 };
  const missing = described.filter((name) => !columns.includes(name));
  const added = cells.filter(({ text }, index) => !described.includes(text) && columns.indexOf(text) === index);
  const [first, ...more] = added;
  const semicolons = first?.text.includes(';') === true && missing.length > 0 && more.length === 0;
  if (first && (semicolons || (missing.length === 1 && more.length === 0 && columns.length === described.length))) {
    report({
      rule: 'dataset-columns',
      place: { file: data.file, line: first.line, column: first.column },
      ...(semicolons ? partedBySemicolons : renamed(missing[0] ?? '', first.text, described)),
    });
    return undefined;
  }
  let faults = missing.length;
  for (const [index, { text, line, column }] of cells.entries()) {
    const repeated = columns.indexOf(text) !== index;
    if (described.includes(text) && !repeated) continue;
    faults += 1;
    report({
      rule: 'dataset-columns',
      place: { file: data.file, line, column },
      message: repeated ? `there are two columns "${text}"` : `datapackage.yaml describes no column "${text}"`,
      cure: repeated
        ? 'take one of them out, or give it a name of its own'
        : didYouMean(
            text,
            missing.length > 0 ? missing : described,
            missing.length > 0 ? 'columns that are not here' : 'columns that it describes',
          ),
    });
  }
  if (missing.length > 0) {
    report({
      rule: 'dataset-columns',
      place,
      message: `${missing.length === 1 ? 'the column' : 'the columns'} ${missing.map((name) => `"${name}"`).join(', ')} of datapackage.yaml ${missing.length === 1 ? 'is' : 'are'} not there`,
      cure:
        data.format === 'csv'
          ? `begin the file with a line of the names ${described.join(',')}`
          : `write the file with the columns ${described.join(', ')}`,
    });
  }
  return faults === 0 ? columns : undefined;
}

const partedBySemicolons = {
  message: 'the cells of this file are separated by semicolons',
  cure: 'save it with commas between the cells',
};

function renamed(before: string, after: string, described: readonly string[]) {
  return {
    message: `datapackage.yaml describes no column "${after}", and its column "${before}" is not here`,
    cure: `if "${after}" is the new name of "${before}", change it in datapackage.yaml too, else correct it here; the columns that it describes are ${described.map((name) => `"${name}"`).join(', ')}`,
  };
}

/** The columns of a Parquet file; the place of one is its number. */
async function readParquetHead(
  { path, file }: DataFile,
  connection: DuckDBConnection,
  report: Report,
): Promise<readonly CsvCell[] | undefined> {
  try {
    const answer = await connection.runAndReadAll(`select * from ${parquetRows(path)} limit 0`);
    return answer.columnNames().map((text, index) => ({ text, line: 1, column: index + 1, form: 'plain' }));
  } catch (cause) {
    const { message } = engineFault(cause, `reading ${file}`);
    report({
      rule: 'row-shape',
      place: { file, line: 1, column: 1 },
      message: `the file cannot be read as Parquet: ${message}`,
      cure: 'write it anew, or keep the table as CSV',
    });
    return undefined;
  }
}

async function readHead({ path, file }: DataFile): Promise<readonly CsvCell[]> {
  try {
    await using handle = await open(path);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(limits.headBytes), 0, limits.headBytes, 0);
    const [head] = csvRecords(new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead)));
    return head?.cells ?? [];
  } catch (cause) {
    throw new Error(`reading ${file} failed: check that this account may read it`, { cause });
  }
}
