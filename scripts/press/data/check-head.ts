import { open } from 'node:fs/promises';
import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import { type CsvCell, csvRecords } from './csv-records.ts';
import { limits } from './limits.ts';

/** A CSV and the names that it is spoken of by. */
export interface CsvFile {
  /** Where it is on this machine. */
  readonly path: string;
  /** What authors call it: "data/figures.csv". */
  readonly file: string;
}

/**
 * The columns of a CSV in the order in which they stand, which need not be the descriptor's. Names that the descriptor
 * does not have, and names of it that are not there, are reported, and nothing is given.
 */
export async function checkHead(
  csv: CsvFile,
  described: readonly string[],
  report: Report,
): Promise<readonly string[] | undefined> {
  const cells = await readHead(csv);
  const columns = cells.map(({ text }) => text);
  const place = { file: csv.file, line: 1, column: 1 };
  const missing = described.filter((name) => !columns.includes(name));
  let faults = missing.length;
  for (const [index, { text, line, column }] of cells.entries()) {
    const repeated = columns.indexOf(text) !== index;
    if (described.includes(text) && !repeated) continue;
    faults += 1;
    report({
      rule: 'dataset-columns',
      place: { file: csv.file, line, column },
      message: repeated ? `there are two columns "${text}"` : `datapackage.yaml describes no column "${text}"`,
      cure: repeated
        ? 'take one of them out, or give it a name of its own'
        : didYouMean(text, missing.length > 0 ? missing : described, 'columns that it describes'),
    });
  }
  if (missing.length > 0) {
    report({
      rule: 'dataset-columns',
      place,
      message: `${missing.length === 1 ? 'the column' : 'the columns'} ${missing.map((name) => `"${name}"`).join(', ')} of datapackage.yaml ${missing.length === 1 ? 'is' : 'are'} not there`,
      cure: `begin the file with a line of the names ${described.join(',')}`,
    });
  }
  return faults === 0 ? columns : undefined;
}

async function readHead({ path, file }: CsvFile): Promise<readonly CsvCell[]> {
  try {
    await using handle = await open(path);
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(limits.headBytes), 0, limits.headBytes, 0);
    const [head] = csvRecords(new TextDecoder('utf-8', { ignoreBOM: true }).decode(buffer.subarray(0, bytesRead)));
    return head?.cells ?? [];
  } catch (cause) {
    throw new Error(`reading ${file} failed: check that this account may read it`, { cause });
  }
}
