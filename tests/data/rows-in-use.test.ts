import { afterAll, beforeAll, expect, test } from 'vitest';
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
    { 'the-figures': [2], places: 'all' },
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
