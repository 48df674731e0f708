import type { Place } from '../press/diagnostics/diagnostic.ts';
import { visibleLines } from '../press/diagnostics/visible-text.ts';
import type { DataChange } from './changed-cells.ts';
import type { DataChanges } from './data-changes.ts';

/** Changes of one kind that are told singly; the rest are counted. */
const most = 200;

/** What changed files change, for people: cells first, then the places in print. */
export function tellChanges({ datasets, moves }: DataChanges): string {
  const lines = datasets.flatMap(({ state: { dataset, file, state }, cells }) => [
    `${dataset.name}  ${file}  ${state}`,
    ...(typeof cells === 'string'
      ? [`  ${cells === 'unknown' ? unknown(dataset.hash) : tooLarge}`]
      : someOf(cells.map((change) => `  ${tellChange(change)}`))),
  ]);
  const printed = someOf(
    moves.map(({ place, what, before, after }) => `  ${placed(place)}  ${what}  ${before} → ${after}`),
  );
  const isKnown = datasets.some(({ cells }) => cells !== 'unknown');
  const head = moves.length > 0 ? ['in print:'] : isKnown ? ['nothing changes in print'] : [];
  return visibleLines([...lines, ...head, ...printed]);
}

const tooLarge = 'the file is too large to be compared cell by cell';

function unknown(hash: string | undefined): string {
  return hash === undefined
    ? 'it was never accepted, so there is nothing to compare it with'
    : 'the file that was accepted is neither in the copies that the press keeps nor in the history of the repository, so the press cannot say what has changed';
}

function tellChange(change: DataChange): string {
  const at = placed(change.place);
  switch (change.kind) {
    case 'cell':
      return `${at}  ${change.row}  ${change.column}  ${shown(change.before)} → ${shown(change.after)}`;
    case 'row-added':
      return `${at}  ${change.row}  a new row`;
    case 'row-removed':
      return `${change.place.file}  ${change.row}  the row is gone`;
    case 'column-added':
      return `${at}  ${change.column}  a new column`;
    case 'column-removed':
      return `${change.place.file}  ${change.column}  the column is gone`;
  }
}

function shown(cell: string): string {
  return cell === '' ? 'empty' : cell;
}

function placed({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}

function someOf(lines: readonly string[]): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `  and ${lines.length - most} more`];
}
