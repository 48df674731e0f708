import { type CsvCell, csvRecords, isBlank } from '../press/data/csv-records.ts';
import type { Place } from '../press/diagnostics/diagnostic.ts';

/** One difference between two states of a CSV. */
export type DataChange =
  | {
      readonly kind: 'cell';
      /** What tells the row: the cells of its key, or its number. */
      readonly row: string;
      readonly column: string;
      readonly before: string;
      readonly after: string;
      /** In the file as it is now. */
      readonly place: Place;
    }
  | { readonly kind: 'row-added' | 'row-removed'; readonly row: string; readonly place: Place }
  | { readonly kind: 'column-added' | 'column-removed'; readonly column: string; readonly place: Place };

/**
 * What differs between two states of a dataset's file, in the order of the later one. Rows are told by their key; without
 * a key, or where it is not theirs alone, by all that stands in them, and what then is left by its order.
 *
 * @param key the columns of the primary key
 * @param file what authors call it: data/figures.csv
 */
export function changedCells(
  before: string,
  after: string,
  { key, file }: { readonly key: readonly string[]; readonly file: string },
): readonly DataChange[] {
  const [old, now] = [rowsOf(before, key), rowsOf(after, key)];
  const head = { file, line: 1, column: 1 };
  const only = (columns: readonly string[], others: readonly string[]) =>
    columns.filter((column) => !others.includes(column));
  const changes: DataChange[] = [
    ...only(old.columns, now.columns).map((column) => ({ kind: 'column-removed' as const, column, place: head })),
    ...only(now.columns, old.columns).map((column) => ({ kind: 'column-added' as const, column, place: head })),
  ];
  const shared = now.columns.filter((column) => old.columns.includes(column));
  const { pairs, added, removed } = matched(old.rows, now.rows);
  for (const [one, other] of pairs) {
    for (const column of shared) {
      const [was, is] = [one.cells.get(column), other.cells.get(column)];
      if (was?.text === is?.text) continue;
      const place = { file, line: is?.line ?? other.line, column: is?.column ?? 1 };
      const row = other.name;
      changes.push({ kind: 'cell', row, column, before: was?.text ?? '', after: is?.text ?? '', place });
    }
  }
  const at = ({ line }: Row): Place => ({ file, line, column: 1 });
  changes.push(...added.map((row) => ({ kind: 'row-added' as const, row: row.name, place: at(row) })));
  changes.push(
    ...removed.map((row) => ({ kind: 'row-removed' as const, row: row.name, place: { ...at(row), line: 1 } })),
  );
  return changes;
}

interface Row {
  readonly line: number;
  /** Tells it from the other rows, if its key does. */
  readonly key: string | undefined;
  readonly name: string;
  readonly whole: string;
  readonly cells: ReadonlyMap<string, CsvCell>;
}

function rowsOf(
  csv: string,
  key: readonly string[],
): { readonly columns: readonly string[]; readonly rows: readonly Row[] } {
  const [head, ...records] = [...csvRecords(csv)];
  const columns = head?.cells.map(({ text }) => text) ?? [];
  const whole = records.filter((record) => columns.length === 1 || !isBlank(record));
  const keyed = key.length > 0 && key.every((column) => columns.includes(column));
  const rows = whole.map((record, index): Row => {
    const cells = new Map(record.cells.map((cell, at) => [columns[at] ?? '', cell]));
    const words = keyed ? key.map((column) => cells.get(column)?.text ?? '') : [];
    const name = keyed ? words.join(', ') : `row ${index + 1}`;
    const texts = record.cells.map(({ text }) => text);
    return {
      line: record.line,
      key: keyed ? JSON.stringify(words) : undefined,
      name,
      whole: JSON.stringify(texts),
      cells,
    };
  });
  const isAlone = new Set(rows.map((row) => row.key)).size === rows.length;
  return {
    columns,
    rows: isAlone ? rows : rows.map((row, index) => ({ ...row, key: undefined, name: `row ${index + 1}` })),
  };
}

/** Which rows are the same, which are new and which are gone. */
function matched(old: readonly Row[], now: readonly Row[]) {
  const keyed = old.every(({ key }) => key !== undefined) && now.every(({ key }) => key !== undefined);
  const byMark = (row: Row) => (keyed ? row.key : row.whole) ?? '';
  const waiting = Map.groupBy(old, byMark);
  const take = (row: Row): Row | undefined => waiting.get(byMark(row))?.shift();
  const found = now.map((row) => [take(row), row] as const);
  const removed = [...waiting.values()].flat();
  const added = found.flatMap(([one, row]) => (one ? [] : [row]));
  const pairs = found.flatMap(([one, row]) => (one ? [[one, row] as const] : []));
  if (keyed || removed.length !== added.length) return { pairs, added, removed };
  // As many are gone as are new: the same rows, changed.
  const changed = removed
    .toSorted((a, b) => a.line - b.line)
    .flatMap((row, index) => {
      const other = added[index];
      return other ? [[row, other] as const] : [];
    });
  return { pairs: [...pairs, ...changed].toSorted((a, b) => a[1].line - b[1].line), added: [], removed: [] };
}
