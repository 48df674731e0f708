import { stringify } from 'yaml';
import { digestOf } from '../press/data/file-digest.ts';
import type { DataTable } from './data-table.ts';
import { phraseOf } from './phrase-of.ts';

/** A table of the manuscript as the files that a dataset has. */
export interface TableFiles {
  /** The name of the table within its edition, and that of its dataset. */
  readonly table: string;
  readonly dataset: string;
  readonly csv: string;
  /** tables/<name>.yaml */
  readonly spec: string;
  /** Its entry in data/datapackage.yaml. */
  readonly resource: Readonly<Record<string, unknown>>;
}

/** What the files of a table say besides its data. */
export interface TableNames {
  readonly table: string;
  readonly dataset: string;
  readonly title: string;
  /** Its record in content/sources.yaml, and the words for it. */
  readonly source: string;
  readonly sourceTitle: string;
  readonly today: string;
}

/** Writes a table as data: a CSV, its descriptor, and what of it is printed. */
export function tableFiles({ columns, rows, missing }: DataTable, names: TableNames): TableFiles {
  const { table, dataset, title, source, sourceTitle, today } = names;
  const records = Array.from({ length: rows }, (_, row) => columns.map(({ values }) => values[row] ?? ''));
  const csv = [columns.map(({ field }) => field), ...records]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('');
  const spec = {
    title: phraseOf(title),
    source,
    data: { dataset },
    columns: columns.map(({ field, head, format, decimals }) => ({
      ...{ field, head: phraseOf(head) },
      ...(format === 'text' ? {} : { format }),
      ...(decimals === undefined ? {} : { decimals }),
    })),
    ...(missing === undefined ? {} : { missing: phraseOf(missing) }),
  };
  const resource = {
    ...{ name: dataset, path: `${dataset}.csv`, hash: digestOf(new TextEncoder().encode(csv)), title },
    sources: [{ title: sourceTitle }],
    licenses: [{ name: 'not-stated', title: 'Not stated in the manuscript' }],
    retrieved: today,
    schema: { fields: columns.map(({ field, type, head }) => ({ name: field, type, title: head })) },
  };
  const schema = '# yaml-language-server: $schema=../../../schemas/table.schema.json\n';
  return { table, dataset, csv, spec: `${schema}${stringify(spec, { lineWidth: 0 })}`, resource };
}

function quoted(cell: string): string {
  return /[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
