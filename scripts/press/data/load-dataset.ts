import { readFile } from 'node:fs/promises';
import type { DuckDBConnection } from '@duckdb/node-api';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Located } from '../read/checked-yaml.ts';
import type { DatasetDescriptor } from '../read/schemas/data-package.ts';
import { type CellCheck, cellChecks } from './cell-checks.ts';
import { checkDescriptor } from './check-descriptor.ts';
import { checkHead } from './check-head.ts';
import { type NumberDigits, typedCell } from './column-types.ts';
import type { DataFile } from './data-file.ts';
import { engineFault } from './engine-fault.ts';
import { parquetRows } from './parquet-rows.ts';
import { quoteName, quoteText } from './quote-sql.ts';
import { reportCells } from './report-cells.ts';
import { reportRows } from './report-rows.ts';
import { rowColumnSql, storedTable } from './stored-table.ts';

/**
 * Makes a typed table of a file, and the views by which queries read it: of its dataset's name, and of that name without
 * hyphens. What is wrong with the file is reported, and the table is empty then: queries over it can still be held against
 * its columns. A dataset that was loaded before gives way.
 *
 * @param data its file, or undefined where there is none, which was reported
 */
export async function loadDataset(
  dataset: Located<DatasetDescriptor>,
  data: DataFile | undefined,
  connection: DuckDBConnection,
  report: Report,
): Promise<'whole' | 'faulty'> {
  const { name, schema } = dataset.value;
  const words = storedTable(`words of ${name}`);
  const stored = storedTable(name);
  const sound = checkDescriptor(dataset, report) === 'sound';
  const head = data && (await checkHead(data, uniqueNames(dataset.value), connection, report));
  const table = sound && data && head ? { ...data, columns: head } : undefined;
  const read = table ? await readWords(table, schema, words, connection, report) : false;
  const checked = read && table ? await checkWords(dataset, table, words, connection, report) : undefined;
  if (checked) {
    const cells = schema.fields.map((field, index) => {
      const column = quoteName(field.name);
      return `${typedCell(field.type, column, checked[index] ?? noDigits)} as ${column}`;
    });
    await connection.run(
      `create or replace table ${stored} as select ${rowColumnSql}, ${cells.join(', ')} from ${words} order by ${rowColumnSql}`,
    );
  } else {
    const cells = uniqueFields(dataset.value).map(
      (field) => `${typedCell(field.type, 'null::varchar', noDigits)} as ${quoteName(field.name)}`,
    );
    await connection.run(
      `create or replace table ${stored} as select 0 as ${rowColumnSql}, ${cells.join(', ')} limit 0`,
    );
  }
  if (read) await connection.run(`drop table ${words}`);
  const columns = uniqueNames(dataset.value).map(quoteName).join(', ');
  for (const view of new Set([name, name.replaceAll('-', '_')])) {
    await connection.run(`create or replace view ${quoteName(view)} as select ${columns} from ${stored}`);
  }
  return checked ? 'whole' : 'faulty';
}

interface DataTable extends DataFile {
  readonly columns: readonly string[];
}

const noDigits: NumberDigits = { whole: 1, fraction: 0 };

/** Reads every cell as its words. The descriptor's words for what is missing become null here and nowhere else. */
async function readWords(
  data: DataTable,
  { missingValues }: DatasetDescriptor['schema'],
  table: string,
  connection: DuckDBConnection,
  report: Report,
): Promise<boolean> {
  const absent = missingValues.map(quoteText).join(', ');
  const cells = data.columns.map((column) => {
    const cell = data.format === 'csv' ? quoteName(column) : parquetWords(quoteName(column));
    const known = absent === '' ? cell : `case when ${cell} not in (${absent}) then ${cell} end`;
    return `${known} as ${quoteName(column)}`;
  });
  const rows = data.format === 'csv' ? csvRows(data) : parquetRows(data.path);
  try {
    const number = `row_number() over () - 1 as ${rowColumnSql}`;
    await connection.run(`create table ${table} as select ${cells.join(', ')}, ${number} from ${rows}`);
    return true;
  } catch (cause) {
    const { message, words } = engineFault(cause, `reading ${data.file}`);
    const reason = words.split('\n').find((line) => !/^(CSV Error on Line|Original Line)/.test(line)) ?? message;
    const line = Number(/on Line: (\d+)/.exec(words)?.[1] ?? 1);
    const bytes = data.format === 'csv' ? await readFile(data.path) : new Uint8Array();
    reportRows({ file: data.file, bytes, columns: data.columns.length }, { line, message: reason }, report);
    return false;
  }
}

function csvRows({ path, columns }: DataTable): string {
  const kinds = columns.map((column) => `${quoteText(column)}: 'VARCHAR'`);
  const options = [
    'auto_detect = false, header = true, strict_mode = true, null_padding = false',
    `delim = ',', quote = '"', escape = '"', hive_partitioning = false`,
    `columns = {${kinds.join(', ')}}`,
    `force_not_null = [${columns.map(quoteText).join(', ')}]`,
  ];
  return `read_csv(${quoteText(path)}, ${options.join(', ')})`;
}

/**
 * A cell of Parquet in the words that a CSV would have. Many programs write whole numbers as binary fractions where a
 * cell of their column is missing.
 */
function parquetWords(cell: string): string {
  const number = `try_cast(${cell}::varchar as double)`;
  const isWhole = `typeof(${cell}) in ('DOUBLE', 'FLOAT') and ${number} = trunc(${number}) and abs(${number}) < 1e15`;
  return `case when ${isWhole} then ${number}::bigint::varchar else ${cell}::varchar end`;
}

/** Holds every cell against its type and constraints: the digits of each column when all are right, in one scan. */
async function checkWords(
  dataset: Located<DatasetDescriptor>,
  data: DataTable,
  table: string,
  connection: DuckDBConnection,
  report: Report,
): Promise<readonly NumberDigits[] | undefined> {
  const { fields } = dataset.value.schema;
  const checks = cellChecks(dataset.value);
  const digits = fields.flatMap(({ name, type }) => (type === 'number' ? digitsOf(name) : ['1', '0']));
  const counts = await countsOf([faultsOf(checks), ...digits], table, connection);
  if (counts === 'refused') {
    await reportPatterns(dataset, connection, report);
    return undefined;
  }
  const [faults = 0, ...needed] = counts;
  if (faults > 0) {
    await reportCells(checks, table, data, connection, report);
    return undefined;
  }
  return fields.map((_, index) => ({ whole: needed[index * 2] ?? 1, fraction: needed[index * 2 + 1] ?? 0 }));
}

/** One SQL expression that is above 0 when any check is broken: which one is asked only then. */
function faultsOf(checks: readonly CellCheck[]): string {
  const bad = checks.flatMap((check) => (check.kind === 'cell' ? [`(${check.bad})`] : []));
  const repeats = checks.flatMap((check) =>
    check.kind === 'repeat' ? [`count(${check.key}) - count(distinct ${check.key})`] : [],
  );
  return [bad.length > 0 ? `count(*) filter (where ${bad.join(' or ')})` : '0', ...repeats].join(' + ');
}

/** The digits of a column's longest number before and after the point. */
function digitsOf(column: string): readonly string[] {
  const part = (index: number) => `split_part(ltrim(${quoteName(column)}, '+-'), '.', ${index})`;
  return [1, 2].map((index) => `coalesce(max(length(${part(index)})), 0)`);
}

async function countsOf(
  expressions: readonly string[],
  table: string,
  connection: DuckDBConnection,
): Promise<readonly number[] | 'refused'> {
  try {
    const answer = await connection.runAndReadAll(`select ${expressions.join(', ')} from ${table}`);
    return (answer.getRowsJS()[0] ?? []).map(Number);
  } catch (cause) {
    engineFault(cause, 'checking cells');
    return 'refused';
  }
}

/** Only a pattern of the descriptor can make the checks themselves fail. */
async function reportPatterns(
  { value, at }: Located<DatasetDescriptor>,
  connection: DuckDBConnection,
  report: Report,
): Promise<void> {
  for (const [index, { name, constraints }] of value.schema.fields.entries()) {
    if (constraints?.pattern === undefined) continue;
    try {
      await connection.run(`select regexp_full_match('', ${quoteText(constraints.pattern)})`);
    } catch (cause) {
      report({
        rule: 'value-type',
        place: at('schema', 'fields', index, 'constraints', 'pattern'),
        message: `the pattern of the column "${name}" cannot be read: ${engineFault(cause, 'reading a pattern').message}`,
        cure: 'write a regular expression without look-ahead and without references back',
      });
    }
  }
}

function uniqueNames({ schema }: DatasetDescriptor): readonly string[] {
  return [...new Set(schema.fields.map(({ name }) => name))];
}

function uniqueFields({ schema }: DatasetDescriptor) {
  return schema.fields.filter((field, index) => schema.fields.findIndex(({ name }) => name === field.name) === index);
}
