import { expect, test } from 'vitest';
import { sampleData } from './sample-data.ts';

const columns = { id: 'string', value: 'number', people: 'integer', day: 'date', known: 'boolean' };
const rows = `
  select * from (values
    ('a', 0.1::double, 1277::double, date '2021-05-24', true),
    ('b', 12345678.125::double, null, null, null),
    ('c', 3::double, 5::double, date '2021-06-01', false)
  ) as rows(id, value, people, day, known)`;

test('a file of Parquet is a dataset like another: exact numbers, dates, missing cells, rows in their order', async () => {
  await using data = await sampleData({ events: { parquet: rows, columns } });
  expect(data.messages()).toEqual([]);
  const outcome = await data.datasets.query('select id, value, people, day, known from events');
  const cells =
    outcome.kind === 'table'
      ? outcome.table.rows.map((row) => Object.values(row).map((cell) => Object.values(cell)[1]))
      : [];
  expect(cells).toEqual([
    ['a', '0.1', '1277', '2021-05-24', true],
    ['b', '12345678.125', undefined, undefined, undefined],
    ['c', '3', '5', '2021-06-01', false],
  ]);
  expect(await data.datasets.query('select sum(value) as x from events')).toMatchObject({
    table: { rows: [{ x: { decimal: '12345681.225' } }] },
  });
});

test('its cells are checked, each told by its row and column', async () => {
  const parquet = `select * from (values ('a', 1.5::double), (null, 2::double), ('c', 1e20::double)) as r(id, people)`;
  const kinds = { id: { type: 'string', constraints: { required: true } }, people: 'integer' };
  await using data = await sampleData({ events: { parquet, columns: kinds } });
  expect(data.messages()).toEqual([
    'data/events.parquet:1:2 cell-type "1.5" in the column "people" is not a whole number',
    'data/events.parquet:2:1 cell-type the empty cell in the column "id" is missing',
    'data/events.parquet:3:2 cell-type "1e+20" in the column "people" is not a whole number',
  ]);
});

test('its columns are those of the descriptor', async () => {
  await using data = await sampleData({
    events: { parquet: "select 'a' as id, 1 as valeu", columns: { id: 'string', value: 'integer' } },
  });
  expect(data.messages()).toEqual([
    'data/events.parquet:1:2 dataset-columns datapackage.yaml describes no column "valeu", and its column "value" is not here',
  ]);
});

test('rows after the cut-off, rows behind an answer and a CSV of it are had as from a CSV', async () => {
  await using data = await sampleData({ events: { parquet: rows, columns, dated_by: 'day' } });
  const messages = data.messages();
  expect(messages).toEqual([
    'data/events.parquet:2:4 cell-type the empty cell in the column "day" is not a date or period that can be compared with the data cut-off',
  ]);
  await using dated = await sampleData({
    events: { parquet: `${rows} where day is not null`, columns, dated_by: 'day' },
  });
  expect((await dated.datasets.query('select sum(value) as x from events', '2021-05')).kind).toBe('late');
  const behind = await dated.datasets.rowsBehind("select value from events where id = 'c'", 5);
  expect([...behind]).toMatchObject([['events', { count: 1, rows: [{ number: 1, cells: { id: { text: 'c' } } }] }]]);
  const csv = async (which: 'all' | ReadonlySet<number>) =>
    new TextDecoder().decode(await dated.datasets.csvOf('events', which));
  expect(await csv('all')).toBe('id,value,people,day,known\na,0.1,1277,2021-05-24,true\nc,3,5,2021-06-01,false\n');
  expect(await csv(new Set([1]))).toBe('id,value,people,day,known\nc,3,5,2021-06-01,false\n');
});

test('a file that is no Parquet is told', async () => {
  await using data = await sampleData({ events: { parquet: Buffer.from('a,b\n1,2\n'), columns } });
  expect(data.messages()).toEqual([
    expect.stringContaining('data/events.parquet:1:1 row-shape the file cannot be read as Parquet'),
  ]);
});

test.each(['csv', 'parquet'])('a folder called year=2020 adds nothing to a dataset of %s in it', async (format) => {
  const columns = { year: 'integer', value: 'integer' };
  const file = format === 'csv' ? { csv: 'year,value\n1999,7\n' } : { parquet: 'select 1999 as year, 7 as value' };
  await using data = await sampleData({ boats: { ...file, columns } }, undefined, 'year=2020/month=3');
  expect(data.messages()).toEqual([]);
  expect(await data.datasets.query('from boats')).toMatchObject({
    table: { columns: ['year', 'value'], rows: [{ year: { decimal: '1999' }, value: { decimal: '7' } }] },
  });
});
