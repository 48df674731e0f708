import type { Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { numberColumn } from './number-column.ts';

/** A table of the manuscript as data: columns with names, and rows. */
export interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: number;
  /** What stands where a value is missing, if any is. */
  readonly missing: string | undefined;
}

export interface DataColumn {
  /** "boats_lost" */
  readonly field: string;
  readonly head: string;
  readonly type: 'string' | 'integer' | 'number' | 'year';
  readonly format: 'text' | 'number' | 'percent' | 'year' | 'currency-full';
  readonly decimals: number | undefined;
  readonly values: readonly (string | undefined)[];
}

/**
 * A table of numbers as data, where printing the data gives the very words of the table; else undefined. A table with
 * links, notes or bold cells, without heads, or with empty cells stays as it is written.
 */
export function dataTable({ children }: Table, language: string): DataTable | undefined {
  const plain = children.every((row) =>
    row.children.every((cell) => cell.children.every(({ type }) => type === 'text')),
  );
  const [heads = [], ...rows] = children.map((row) => row.children.map((cell) => textOf(cell).trim()));
  const cells = [...heads, ...rows.flat()];
  if (
    !plain ||
    rows.length < 2 ||
    heads.length < 2 ||
    cells.some((cell) => cell === '' || /:(?:fact|claim)\[/.test(cell))
  ) {
    return undefined;
  }
  const fields = fieldNames(heads);
  const columns = heads.map((head, index): DataColumn => {
    const texts = rows.map((row) => row[index] ?? '');
    const numbers = numberColumn(texts, language);
    const named = { field: fields[index] ?? `column_${index + 1}`, head };
    if (!numbers) return { ...named, type: 'string', format: 'text', decimals: undefined, values: texts };
    const whole = numbers.values.every((value) => !value?.includes('.'));
    return { ...named, type: numbers.format === 'year' ? 'year' : whole ? 'integer' : 'number', ...numbers };
  });
  const absent = new Set(
    columns.flatMap(({ values }, column) =>
      values.flatMap((value, row) => (value === undefined ? [rows[row]?.[column]] : [])),
    ),
  );
  const counted = columns.some(({ format }) => format !== 'text' && format !== 'year');
  return counted && absent.size <= 1 ? { columns, rows: rows.length, missing: [...absent][0] } : undefined;
}

function fieldNames(heads: readonly string[]): readonly string[] {
  const names: string[] = [];
  heads.forEach((head, index) => {
    const words =
      head
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .match(/[a-z0-9]+/g) ?? [];
    const name =
      words
        .join('_')
        .slice(0, 40)
        .replace(/^(?=\d)/, 'in_') || `column_${index + 1}`;
    names.push(names.includes(name) ? `${name}_${index + 1}` : name);
  });
  return names;
}
