import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unstableFunctions } from '../../scripts/press/data/unstable-functions.ts';
import { type SampleData, sampleData } from './sample-data.ts';

let data: SampleData;
beforeAll(async () => {
  data = await sampleData({
    'killed-by-quarter': {
      csv: 'quarter,killed,note\n2022-Q1,543,b\n2022-Q2,317,a\n2022-Q3,243,\n',
      columns: { quarter: 'string', killed: 'integer', note: 'string' },
      dated_by: 'quarter',
    },
    amounts: {
      csv: 'usd,day,year,known\n0.10,2021-05-24,2021,true\n0.2,,,\n12345678901234567890123456789012345.678,,,\n',
      columns: { usd: 'number', day: 'date', year: 'year', known: 'boolean' },
    },
    broken: { csv: 'a,b\n1\n', columns: { a: 'integer', b: 'integer' } },
  });
});
afterAll(() => data[Symbol.asyncDispose]());

async function values(sql: string, until?: string) {
  const outcome = await data.datasets.query(sql, until);
  if (outcome.kind !== 'table' && outcome.kind !== 'late') return outcome;
  return outcome.table.rows.map((row) =>
    Object.values(row).map((cell) => {
      if (cell.kind === 'number') return cell.decimal;
      if (cell.kind === 'date') return cell.iso;
      if (cell.kind === 'text') return cell.text;
      return cell.kind === 'boolean' ? cell.truth : null;
    }),
  );
}

test('cells have their types, rows the order of the file', async () => {
  expect(await values('from amounts')).toEqual([
    ['0.1', '2021-05-24', '2021', true],
    ['0.2', null, null, null],
    ['12345678901234567890123456789012345.678', null, null, null],
  ]);
});

test.each([
  ['select 0.1 + 0.2', '0.3'],
  ['select sum(usd) from amounts where usd < 1', '0.3'],
  ['select sum(usd) from amounts', '12345678901234567890123456789012345.978'],
  ['select 9223372036854775807::bigint', '9223372036854775807'],
  ['select 9223372036854775807::hugeint + 1', '9223372036854775808'],
  ['select 99999999999999999999999999999999999999::decimal(38, 0)', '99999999999999999999999999999999999999'],
  ['select -2.50::decimal(5, 2)', '-2.5'],
  ['select 0.00::decimal(5, 2)', '0'],
  ['select 1e21::double', '1000000000000000000000'],
  ['select 1.5e-7::double', '0.00000015'],
])('%s is exactly %s', async (sql, decimal) => {
  expect(await values(sql)).toEqual([[decimal]]);
});

/** Forty digits of a quotient that does not end, and a last one that says so. */
const endless = (digits: string) => `${digits.padEnd(digits.indexOf('.') + 41, digits.slice(-1))}1`;

test.each([
  ['select 1 / 3', endless('0.3')],
  ['select -2 / 3 as x', `-${endless('0.6')}`],
  ['select 1::double / 3', endless('0.3')],
  ['select 1 / 3 * 3', '1'],
  ['select floor(1 / 3 * 3)', '1'],
  ['select 100 * (1 - 2 / 3) as percent', endless('33.3')],
  ['select 7 / 40 * 100', '17.5'],
  ['select 0.285 * 100 / 1', '28.5'],
  ['select 57 / 200 * 100', '28.5'],
  ['select 12345678901234567890 / 1000', '12345678901234567.89'],
  ['select 9999999999999999.99 / 1', '9999999999999999.99'],
  ['select people / 1e6 from (select 287496 as people)', '0.287496'],
  ['select round(2.5 / 1), round(-2.5 / 1, 0), round(2 / 3, 2), round(1250 / 1, -2)', '3 -3 0.67 1300'],
  ['select floor(-7 / 2), ceil(7 / 2), ceiling(-7 / 2), trunc(-7 / 2), abs(-7 / 2)', '-4 4 -3 -3 3.5'],
  ['select (7 / 2)::integer, (1 / 3)::decimal(5, 2), -(1 / 4), 1 / 4 + 1 - 0.5', '4 0.33 -0.25 0.75'],
  ['select case when 1 > 2 then 1 / 3 else 1 / 4 end, coalesce(null / 2, 1 / 8)', '0.25 0.125'],
  [
    'select sum(killed) / 7, avg(killed) from killed_by_quarter where killed > 300',
    '122.85714285714285714285714285714285714285711 430',
  ],
])('%s divides exactly: %s', async (sql, decimals) => {
  expect(await values(sql)).toEqual([decimals.split(' ')]);
});

test('a query names rows by their quotients exactly, with GROUP BY ALL and stars too', async () => {
  expect(
    await values(`select left(quarter, 4) as year, sum(killed) / 8 as part, avg(killed) filter (note is null) as mean
      from killed_by_quarter group by all order by part desc`),
  ).toEqual([['2022', '137.875', '243']]);
  expect(
    await values("select killed / 8 as part, *, killed / 4 as more from killed_by_quarter where note = 'b'"),
  ).toEqual([['67.875', '2022-Q1', '543', 'b', '135.75']]);
});

test('where only the engine can compute a quotient as a whole, it does', async () => {
  const guarded = 'select case when killed > 0 then ln(killed) / 2 else 0 end as x from (select 0 as killed)';
  expect(await values(guarded)).toEqual([['0']]);
});

test('a dataset is read by its name in quotation marks, or with underscores and without them', async () => {
  const rows = [['543'], ['317'], ['243']];
  expect(await values('select killed from "killed-by-quarter"')).toEqual(rows);
  expect(await values('select killed from killed_by_quarter')).toEqual(rows);
});

test.each([
  ['select killd from killed_by_quarter', 'query-fails', 'killd', 'did you mean "killed"?'],
  ['select 1 from killed_by_quater', 'dataset-unknown', 'killed_by_quater', 'did you mean "killed_by_quarter"?'],
  ['select 1 from "killed-by-quater"', 'dataset-unknown', 'killed-by-quater', 'did you mean "killed-by-quarter"?'],
  ['select x from killed_by_quarter', 'query-fails', '"x"', 'the names here are "killed", "note", "quarter"'],
  ['select 1 from killed-by-quarter', 'query-fails', '"-"', 'write "killed-by-quarter" in straight quotation marks'],
  ['select 1 from “killed-by-quarter”', 'query-fails', '', 'write straight quotation marks instead of “'],
  [
    'select 1 from killed_by_quarter where note = ‘b’',
    'query-fails',
    '‘b’',
    'write straight quotation marks instead of ‘',
  ],
  ["select killd from killed_by_quarter where note <> 'the “b”'", 'query-fails', 'killd', 'did you mean "killed"?'],
  ['selct 1', 'query-fails', 'selct', 'correct its SQL'],
  ['select 1 as a, 2 as a', 'query-shape', '"a"', 'name one of them by AS'],
  ['select [1, 2] as list', 'query-shape', '"list"', 'cast'],
  ["select {'a': 1} as pair", 'query-shape', '"pair"', 'cast'],
  ['select now()::timestamp as t', 'query-unstable', 'now()', 'write the date'],
  ["select timestamp '2021-05-24 10:00' as t", 'query-shape', '"t"', '::date'],
  ['select 1 / 0 as share', 'query-fails', '"share"', 'nullif'],
  ["select 'nan'::double as share", 'query-fails', '"share"', 'nullif'],
  ['from range(100001)', 'query-fails', 'more than 100,000 rows', 'limit'],
  ['select $1', 'query-fails', 'gap', 'write the value'],
  ['', 'query-fails', 'no statement', 'one SELECT'],
  ['select 1; select 2', 'query-fails', '2 statements', 'one SELECT'],
  ['create table t as select 1', 'query-fails', 'not a SELECT', 'one SELECT'],
  ['drop table amounts', 'query-fails', 'not a SELECT', 'one SELECT'],
  ["copy amounts to 'x.csv'", 'query-fails', 'not a SELECT', 'one SELECT'],
  ["attach 'x.db'", 'query-fails', 'not a SELECT', 'one SELECT'],
  ['set threads = 4', 'query-fails', 'not a SELECT', 'one SELECT'],
  ['pragma database_list', 'query-fails', 'not a SELECT', 'one SELECT'],
  ['show tables', 'query-fails', 'not a SELECT', 'one SELECT'],
])('%s is refused (%s)', async (sql, rule, message, cure) => {
  expect(await data.datasets.query(sql)).toMatchObject({
    kind: 'failed',
    rule,
    message: expect.stringContaining(message),
    cure: expect.stringContaining(cure),
  });
});

test('a fault is placed within the query, by letters and not by bytes', async () => {
  expect(await data.datasets.query("select 'é😀' as é,\n  'é', killd from killed_by_quarter")).toMatchObject({
    at: { line: 2, column: 8 },
  });
});

test.each([
  'select random()',
  'select 1 where Random() < 2',
  'select uuid()',
  'select current_date',
  'select Current_Timestamp',
  "select today() - date '2020-01-01'",
  "select age(timestamp '2020-01-01')",
  'select killed from killed_by_quarter using sample 2',
  'select killed from killed_by_quarter tablesample 50%',
  'with x as (select now() as t) select 1 from x',
  'select (select max(killed) from killed_by_quarter where random() > 0.5)',
  "select current_setting('temp_directory')",
  'select current_user',
  'select version()',
  'select 1 from amounts order by random()',
  'select sum(usd) over (order by random()) from amounts',
  'select list_transform([1], lambda x: random())::varchar',
  'select 1 from amounts limit random()::int',
])('%s would not give the same answer again', async (sql) => {
  expect(await data.datasets.query(sql)).toMatchObject({ kind: 'failed', rule: 'query-unstable' });
});

test('every function that the engine marks as unsteady is refused', async () => {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const marked = await connection.runAndReadAll(
    "select distinct function_name from duckdb_functions() where stability <> 'CONSISTENT'",
  );
  const names = marked.getRowsJS().map(([name]) => String(name));
  instance.closeSync();
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => !unstableFunctions.has(name))).toEqual([]);
});

test('no query reads a file, not even that of a dataset, nor what the engine keeps for itself', async () => {
  const own = join(data.folder, 'amounts.csv');
  expect(await readFile(own, 'utf8')).toContain('usd');
  const queries = [
    `from '${own}'`,
    `from read_csv('${own}')`,
    `from read_text('/etc/hostname')`,
    `with "${own}" as (select 1) select * from (with a as (from "${own}") from a)`,
    `from glob('/*')`,
    `from query('from amounts')`,
    'from main.amounts',
    'from information_schema.tables',
    'from duckdb_settings()',
    'from duckdb_tables',
    'from sqlite_master',
  ];
  for (const sql of queries) expect(await data.datasets.query(sql), sql).toMatchObject({ kind: 'failed' });
});

test('a query over a faulty dataset is still held against its columns', async () => {
  expect(await data.datasets.query('select a from broken')).toEqual({ kind: 'unread' });
  expect(await data.datasets.query('select c from broken')).toMatchObject({ kind: 'failed', rule: 'query-fails' });
});

test('queries that are asked at once are each answered', async () => {
  const asked = Array.from({ length: 20 }, (_, index) => values(`select ${index} + count(*) from amounts`, '2022'));
  expect(await Promise.all(asked)).toEqual(Array.from({ length: 20 }, (_, index) => [[String(index + 3)]]));
});

test.each([
  ['select sum(killed) from killed_by_quarter', '2022-06', 'late'],
  ['select sum(killed) from "killed-by-quarter"', '2022-06', 'late'],
  ["select sum(killed) from killed_by_quarter where quarter <= '2022-Q2'", '2022-06', 'table'],
  ['select sum(killed) from killed_by_quarter', '2022', 'table'],
  ['select sum(killed) from killed_by_quarter', '2022-09-30', 'table'],
  ['select sum(killed) from killed_by_quarter', '2022-09-29', 'late'],
  ['select min(quarter) from killed_by_quarter', '2022-06', 'table'],
  ['with k as (from killed_by_quarter) select count(*) from k', '2022-03-31', 'late'],
  ['select count(*) from amounts', '1999', 'table'],
])('%s, cut off at %s: %s', async (sql, until, kind) => {
  expect((await data.datasets.query(sql, until)).kind).toBe(kind);
});
