import type { RootContent, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { stringify } from 'yaml';
import { digestOf } from '../../press/data/file-digest.ts';
import { formatCurrency, formatNumber, formatPercent, formatYear } from '../../press/facts/format-number.ts';
import type { ManuscriptSection } from '../manuscript.ts';
import { freeName, nameFrom } from '../names.ts';
import { phraseOf } from './write-markdown.ts';

/** How tables of a manuscript become datasets of an edition. */
export interface TableNaming {
  readonly edition: string;
  readonly language: string;
  /** Names of tables that the edition has, and of datasets that there are. */
  readonly tables: ReadonlySet<string>;
  readonly datasets: ReadonlySet<string>;
  /** The manuscript's title, which the list of datasets prints as where they come from. */
  readonly title: string;
  readonly today: string;
}

/** The sections with their tables of numbers placed by name, and what was taken out of them. */
export interface TakenTables {
  readonly sections: readonly ManuscriptSection[];
  readonly files: readonly TableFiles[];
  /** What each table stands for in the text, by its name: the caption that it took over, and its cells. */
  readonly blocks: ReadonlyMap<string, readonly RootContent[]>;
}

const captioned = /^Table\s+(\d{1,2})\s*[.:–—-]?\s+(\S.*)$/su;

/** Makes datasets of the tables of numbers. One that cannot be printed from data just as it is written stays in the text. */
export function takeTables(sections: readonly ManuscriptSection[], naming: TableNaming): TakenTables {
  const files: TableFiles[] = [];
  const blocks = new Map<string, readonly RootContent[]>();
  const tables = new Set(naming.tables);
  const datasets = new Set(naming.datasets);
  const taken = sections.map(({ heading, body }): ManuscriptSection => {
    let title = textOf(heading);
    const written: RootContent[] = [];
    for (const node of body) {
      if (node.type === 'heading') title = textOf(node);
      const data = node.type === 'table' ? dataTable(node, naming.language) : undefined;
      if (!data) {
        written.push(node);
        continue;
      }
      const [, number, words] = captionOf(written.at(-1)) ?? [];
      // Its own number and words stand over a table: the caption need not, if both are the same.
      const caption = number !== undefined && naming.tables.size === 0 && Number(number) === files.length + 1;
      const replaced = caption ? written.splice(-1) : [];
      const table = freeName(nameFrom(words ?? title, 'table'), tables);
      const dataset = freeName(`${naming.edition}-${table}`, datasets);
      tables.add(table);
      datasets.add(dataset);
      const names = { table, dataset, title: words ?? title, manuscript: naming.title, today: naming.today };
      files.push(tableFiles(data, names));
      blocks.set(table, [...replaced, node]);
      written.push({ type: 'html', value: `::table[${table}]` });
    }
    return { heading, body: written };
  });
  return { sections: taken, files, blocks };
}

function captionOf(node: RootContent | undefined): RegExpExecArray | undefined {
  return (node?.type === 'paragraph' && textOf(node).length < 200 && captioned.exec(textOf(node))) || undefined;
}

/** A table of the manuscript as data: columns with names, and rows. */
interface DataTable {
  readonly columns: readonly DataColumn[];
  readonly rows: number;
  /** What stands where a value is missing, if any is. */
  readonly missing: string | undefined;
}

interface DataColumn {
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
function dataTable({ children }: Table, language: string): DataTable | undefined {
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

/** How a column of a table holds its numbers. */
interface NumberColumn {
  readonly format: 'number' | 'percent' | 'year' | 'currency-full';
  readonly decimals: number | undefined;
  /** The values in plain decimal notation, none where the cell is empty or says that there is none. */
  readonly values: readonly (string | undefined)[];
}

const none = /^(?:|[–—-]|n\/?a|\.\.\.?|…)$/i;

/**
 * The numbers of a column, where its cells are numbers and the press would print each just as it is written; else
 * undefined, and the column is text.
 */
function numberColumn(cells: readonly string[], language: string): NumberColumn | undefined {
  const values = cells.map((cell) => (none.test(cell) ? undefined : plainDecimal(cell)));
  const written = cells.flatMap((cell, index) => (none.test(cell) ? [] : [{ cell, value: values[index] }]));
  if (written.length === 0 || written.some(({ value }) => value === undefined)) return undefined;
  const places = Math.max(...written.map(({ value }) => value?.split('.')[1]?.length ?? 0));
  for (const format of ['number', 'year', 'percent', 'currency-full'] as const) {
    for (const decimals of [undefined, places]) {
      const fits = written.every(
        ({ cell, value }) => cell.replace('-', '−') === printed(value ?? '', format, decimals, language),
      );
      if (fits) return { format, decimals, values };
    }
  }
  return undefined;
}

function plainDecimal(cell: string): string | undefined {
  const plain = cell.replace(/^\$/, '').replace(/%$/, '').replaceAll(',', '').replace('−', '-');
  return /^-?\d{1,15}(\.\d{1,6})?$/.test(plain) ? plain : undefined;
}

function printed(
  value: string,
  format: NumberColumn['format'],
  decimals: number | undefined,
  language: string,
): string {
  switch (format) {
    case 'number':
      return formatNumber(value, decimals, language);
    case 'year':
      return /^[12]\d{3}$/.test(value) && decimals === undefined ? formatYear(value, language) : '';
    case 'percent':
      return formatPercent(value, decimals, language);
    case 'currency-full':
      return formatCurrency(value, 'full', { currency: 'USD', decimals, language });
  }
}

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
interface TableNames {
  readonly table: string;
  readonly dataset: string;
  readonly title: string;
  /** The title of the manuscript. */
  readonly manuscript: string;
  readonly today: string;
}

/** Writes a table as data: a CSV, its descriptor, and what of it is printed. */
function tableFiles({ columns, rows, missing }: DataTable, names: TableNames): TableFiles {
  const { table, dataset, title, manuscript, today } = names;
  const records = Array.from({ length: rows }, (_, row) => columns.map(({ values }) => values[row] ?? ''));
  const csv = [columns.map(({ field }) => field), ...records]
    .map((cells) => `${cells.map(quoted).join(',')}\n`)
    .join('');
  const spec = {
    title: phraseOf(title),
    // Its authors' own: they say so in the text, or nobody does.
    source: [],
    data: { dataset },
    columns: columns.map(({ field, head, format, decimals }) => ({
      field,
      head: phraseOf(head),
      ...(format === 'text' ? {} : { format }),
      ...(decimals === undefined ? {} : { decimals }),
    })),
    ...(missing === undefined ? {} : { missing: phraseOf(missing) }),
  };
  const resource = {
    name: dataset,
    path: `${dataset}.csv`,
    hash: digestOf(new TextEncoder().encode(csv)),
    title,
    sources: [{ title: manuscript }],
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
