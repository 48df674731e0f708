import type { DatasetState } from './dataset-states.ts';

/** A dataset with the number of its rows; undefined where they cannot be read. */
export interface CountedDataset extends DatasetState {
  readonly rows: number | undefined;
}

/** The datasets as a table: name, rows, state of the digest, date of retrieval. */
export function tellStates(states: readonly CountedDataset[]): string {
  const rows = states.map(({ dataset, rows: count, state }) => [
    dataset.name,
    count === undefined ? '–' : count.toLocaleString('en'),
    state,
    dataset.retrieved,
  ]);
  const table = [['dataset', 'rows', 'digest', 'retrieved'], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table
    .map((row) =>
      row
        .map((cell, column) => aligned(cell, widths[column] ?? 0, column === 1))
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}

function aligned(cell: string, width: number, isNumber: boolean): string {
  return isNumber ? cell.padStart(width) : cell.padEnd(width);
}
