import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataPackageSchema } from '../../scripts/press/read/schemas/data-package.ts';
import { type SampleData, sampleData } from './sample-data.ts';

let data: SampleData;
beforeAll(async () => {
  data = await sampleData({
    'the-figures': {
      csv: 'id,value,country\na,1,Mali\n\nb,2,Mali\nc,3,Nigeria\nd,,Nigeria\n',
      columns: { id: 'string', value: 'integer', country: 'string' },
    },
    places: { csv: 'country,lat\nMali,1\nNigeria,2\nGhana,3\n', columns: { country: 'string', lat: 'integer' } },
  });
});
afterAll(() => data[Symbol.asyncDispose]());

/** The rows of each dataset that a query rests on, in order. */
async function rowsOf(sql: string, wanted = ['the-figures', 'places']) {
  const rows = await data.datasets.rowsInUse(sql, new Set(wanted));
  return Object.fromEntries([...rows].map(([name, used]) => [name, used === 'all' ? used : [...used].sort()]));
}

test.each([
  ['a condition', `select value from "the-figures" where id = 'b'`, { 'the-figures': [1] }],
  ['no condition', 'from "the-figures"', { 'the-figures': [0, 1, 2, 3] }],
  ['a condition that no row meets', `select value from "the-figures" where id = 'z'`, { 'the-figures': [] }],
  [
    'a name without hyphens',
    `select max(value) from the_figures where the_figures.country = 'Mali'`,
    { 'the-figures': [0, 1] },
  ],
  ['capitals', `select value from THE_FIGURES where ID = 'b'`, { 'the-figures': [1] }],
  [
    'two rows of one dataset',
    `select h.value / s.value from "the-figures" as h, "the-figures" as s where h.id = 'b' and s.id = 'a'`,
    { 'the-figures': [0, 1] },
  ],
  [
    'groups and a limit, which come after the rows',
    `select country, sum(value) from the_figures where value > 1 group by country order by 2 limit 1`,
    { 'the-figures': [1, 2] },
  ],
  [
    'a join',
    'select id, lat from the_figures join places using (country) where lat = 2',
    { 'the-figures': [2, 3], places: [1] },
  ],
  [
    'an outer join, of which one side may be empty',
    `select ids.id, value from (values ('a'), ('z')) as ids(id) left join the_figures as f on f.id = ids.id`,
    { 'the-figures': [0] },
  ],
  [
    'tables of WITH, one over the other',
    `with mali as (select * from the_figures where country = 'Mali'), large as (select * from mali where value > 1)
     select large.id, lat from large join places on places.country = large.country`,
    { 'the-figures': [0, 1], places: [0] },
  ],
  [
    'a table of WITH that bears the name of a dataset',
    `with places as (select * from the_figures where id = 'c') select * from places`,
    { 'the-figures': [2] },
  ],
  [
    'a union',
    `select id from the_figures where id = 'a' union all select country from places where lat = 3`,
    { 'the-figures': [0], places: [2] },
  ],
  [
    'a subquery in a condition',
    `select id from the_figures where country in (select country from places where lat = 1)`,
    { 'the-figures': [0, 1], places: [0] },
  ],
  ['a subquery in FROM', `select * from (select id from the_figures where value = 3) as third`, { 'the-figures': [2] }],
  [
    'a subquery that looks outside, which cannot be followed',
    `select id from the_figures as f where exists (select 1 from places as p where p.country = f.country and p.lat = 1)`,
    { 'the-figures': [0, 1], places: 'all' },
  ],
  [
    'a pivot, which cannot be followed',
    `select * from places pivot (sum(lat) for country in ('Mali'))`,
    { places: 'all' },
  ],
  [
    'a number that only the engine can hold',
    'select id from the_figures where value < 12345678901234567',
    { 'the-figures': [0, 1, 2] },
  ],
  ['a query that fails', 'select nothing from nowhere', {}],
])('%s', async (_, sql, rows) => {
  expect(await rowsOf(sql)).toEqual(rows);
});

test('of a dataset that is not asked for, all rows count', async () => {
  const sql = `select id, lat from the_figures join places using (country) where lat = 2`;
  expect(await rowsOf(sql, ['places'])).toEqual({ 'the-figures': 'all', places: [1] });
});

test('a fact in a condition stands for its value', async () => {
  const facts = { names: ['high'], valueOf: () => ({ kind: 'number' as const, decimal: '2' }) };
  const sql = `select id from the_figures where value = fact('high')`;
  const rows = await data.datasets.rowsInUse(sql, new Set(['the-figures']), facts);
  expect([...rows]).toEqual([['the-figures', new Set([1])]]);
});

test('columns of the names that the engine has of its own change nothing', async () => {
  const columns = ['rowid', 'filename', 'file_row_number', 'row_number', 'value'];
  await using own = await sampleData({
    boats: {
      csv: `${columns.join(',')}\n0,a,7,9,1\n0,b,7,9,2\n1,c,7,9,3\n`,
      columns: Object.fromEntries(columns.map((name) => [name, name === 'value' ? 'integer' : 'string'])),
    },
  });
  expect(own.messages()).toEqual([]);
  const rows = async (sql: string) => (await own.datasets.rowsInUse(sql, new Set(['boats']))).get('boats');
  const some = (...numbers: number[]) => new Set(numbers);
  expect(await rows("select value from boats where filename = 'c'")).toEqual(some(2));
  expect(await rows("select sum(value) from boats where rowid = '0'")).toEqual(some(0, 1));
  expect(await rows("select a.value from boats a natural join boats b where a.filename = 'b'")).toEqual(some(1));
  expect(await rows("select value from boats where columns('^file') <> 'a' and columns(*) <> '3'")).toEqual(some(1));
  expect(await rows("select value from boats where columns(lambda c: c = 'value') = 1")).toEqual(some(0));
  const csv = await own.datasets.csvOf('boats', some(1));
  expect(new TextDecoder().decode(csv)).toBe(`${columns.join(',')}\n0,b,7,9,2\n`);
  const behind = await own.datasets.rowsBehind("select value from boats where filename = 'b'", 2);
  expect(behind.get('boats')).toMatchObject({ count: 1, rows: [{ number: 1, cells: { rowid: { text: '0' } } }] });
});

test.each(['*', 'boats.*', 'columns(*)', "columns('.*')", 'boats', '* exclude (value)'])(
  'select %s gives no column but those of the data',
  async (columns) => {
    await using own = await sampleData({ boats: { csv: 'value\n1\n', columns: { value: 'integer' } } });
    const outcome = await own.datasets.query(`select ${columns} from boats natural join boats as others`);
    expect(JSON.stringify(outcome)).not.toContain('row:number');
  },
);

test.each(['rowid', 'boats.rowid', '"row:number"', '"ROW:NUMBER"', 'stored.boats.value'])(
  'a query cannot ask for the number of a row as %s',
  async (column) => {
    await using own = await sampleData({ boats: { csv: 'value\n1\n', columns: { value: 'integer' } } });
    expect(await own.datasets.query(`select ${column} from boats`)).toMatchObject({ rule: 'query-fails' });
  },
);

test.each(['row:number', 'ROW:NUMBER', 'Row:Number'])('no descriptor may name a column %s', (name) => {
  const fields = [{ name, type: 'integer' }];
  const boats = { name: 'boats', path: 'boats.csv', title: 'Boats', sources: [{ title: 'us' }], retrieved: '2022' };
  const resources = [{ ...boats, licenses: [{ name: 'facts' }], schema: { fields } }];
  expect(dataPackageSchema.safeParse({ name: 'sample', title: 'Sample', resources }).error?.issues).toHaveLength(1);
});

test('a file with such a column is not read', async () => {
  await using own = await sampleData({ boats: { csv: 'value,Row:Number\n1,7\n', columns: { value: 'integer' } } });
  expect(own.messages()).toEqual([
    'data/boats.csv:1:7 dataset-columns datapackage.yaml describes no column "Row:Number"',
  ]);
});

test('a table of WITH that hides a dataset keeps its rows behind', async () => {
  const sql = `with "the-figures" as (select 'd' as id) select id from the_figures where id = 'b'`;
  expect(await rowsOf(sql)).toEqual({ 'the-figures': [1] });
  const own = `with places as (select * from places where lat = 2) select country from places`;
  expect(await rowsOf(own)).toEqual({ places: [1] });
  const outcome = await data.datasets.query(own);
  expect(outcome).toMatchObject({ table: { rows: [{ country: { text: 'Nigeria' } }] } });
});

test('a wrong cell is told at its line, whatever stands in a column rowid', async () => {
  await using own = await sampleData({
    boats: { csv: 'rowid,value\n9,1\n9,two\n0,3\n', columns: { rowid: 'integer', value: 'integer' } },
  });
  expect(own.messages()).toEqual(['data/boats.csv:3:3 cell-type "two" in the column "value" is not a whole number']);
});
