import { expect, test } from 'vitest';
import { evaluateFacts } from '../../scripts/press/facts/evaluate-facts.ts';
import type { FactSpec } from '../../scripts/press/read/schemas/facts.ts';
import { sampleData } from '../data/sample-data.ts';
import { factSpec, sampleEdition } from './sample-facts.ts';

async function evaluated(given: Readonly<Record<string, Partial<FactSpec>>>) {
  await using data = await sampleData({
    killed: {
      csv: 'year,people\n2020,\n2021,584\n2022,1277\n2023,9999\n',
      columns: { year: 'year', people: 'integer' },
      dated_by: 'year',
    },
  });
  const specs = new Map(Object.entries(given).map(([name, spec]) => [name, factSpec(name, spec)]));
  const facts = await evaluateFacts(sampleEdition(specs), data.datasets, data.diagnostics.report);
  return { texts: Object.fromEntries([...facts].map(([name, { text }]) => [name, text])), messages: data.messages() };
}

test('facts have the words of their values; a ratio is rounded once', async () => {
  expect(
    await evaluated({
      'killed-2022': { query: 'select people from killed where year = 2022', qualifier: 'at least' },
      rise: {
        query: `select 100.0 * (n.people - b.people) / b.people from killed n, killed b
          where n.year = 2022 and b.year = 2021`,
        format: 'percent',
        decimals: 1,
      },
    }),
  ).toEqual({ texts: { 'killed-2022': 'at least 1,277', rise: '118.7%' }, messages: [] });
});

test.each<[string, Partial<FactSpec>, string]>([
  ['no row', { query: 'select people from killed where year = 1' }, 'x.query:1:1 query-empty the query gives no row'],
  [
    'many rows',
    { query: 'select people from killed where year < 2023' },
    'x.query:1:1 query-shape the query of the fact "x" gives 3 rows and one column, and a fact is one value',
  ],
  [
    'many columns',
    { query: 'from killed where year = 2021' },
    'x.query:1:1 query-shape the query of the fact "x" gives one row and 2 columns, and a fact is one value',
  ],
  [
    'a missing value',
    { query: 'select people from killed where year = 2020' },
    'x.query:1:1 fact-value the value of the fact "x" is missing in the data',
  ],
  [
    'an unfit value',
    { query: "select 'a'" },
    'x.format:1:1 fact-value the format "number" wants a number, and the value is the text "a"',
  ],
  [
    'no currency',
    { query: 'select 5', format: 'currency' },
    'x.format:1:1 fact-value the format "currency" does not say which currency',
  ],
])('a fact of %s is told and left out', async (_, spec, messages) => {
  expect(await evaluated({ x: spec })).toEqual({ texts: {}, messages: [`facts/${messages}`] });
});

test('a fact names others, in any order, as a value and as a table, and divides them exactly', async () => {
  expect(
    await evaluated({
      rise: {
        query: "select 100 * (fact('killed-2022') - fact('killed-2021')) / fact('killed-2021')",
        format: 'percent',
        decimals: 1,
      },
      thirds: { query: "select 3 * fact('third')", format: 'number' },
      third: { query: 'select 1 / 3', decimals: 2 },
      'killed-2022': { query: 'select people from killed where year = 2022', qualifier: 'at least' },
      'killed-2021': { query: 'select people from killed where year = 2021' },
      since: { query: "select year from killed where people = fact('killed-2021')", format: 'year' },
      day: { query: "select date '2021-05-24'", format: 'date' },
      'day-after': { query: "select fact('day') + 1", format: 'date' },
      again: { query: "select value from fact('killed-2022')" },
      joined: { query: "select b.value - a.value from fact('killed-2021') as a, fact('killed-2022') as b" },
      country: { query: "select 'Mali''s'", format: 'text' },
      greeting: { query: "select 'in ' || fact('country') || ' capital'", format: 'text' },
    }),
  ).toEqual({
    texts: {
      rise: '118.7%',
      thirds: '1',
      third: '0.33',
      'killed-2022': 'at least 1,277',
      'killed-2021': '584',
      since: '2021',
      day: 'May 24, 2021',
      'day-after': 'May 25, 2021',
      again: '1,277',
      joined: '693',
      country: "Mali's",
      greeting: "in Mali's capital",
    },
    messages: [],
  });
});

test.each<[string, Readonly<Record<string, Partial<FactSpec>>>, string[], string[]]>([
  [
    'an unknown name',
    { 'killed-2022': {}, x: { query: "select 1 +\n fact('kiled-2022')" } },
    ['killed-2022'],
    ['x.query:1:1 fact-unknown unknown fact "kiled-2022" (line 2, column 2 of the query)'],
  ],
  [
    'itself',
    { x: { query: "select fact('x') + 1" } },
    [],
    ['x.query:1:1 fact-cycle the fact "x" rests on itself: x → x'],
  ],
  [
    'a ring',
    {
      a: { query: "select fact('b')" },
      b: { query: "select fact('c') / fact('d')" },
      c: { query: "select fact('a')" },
      d: {},
    },
    ['d'],
    ['a.query:1:1 fact-cycle the fact "a" rests on itself: a → b → c → a'],
  ],
  [
    'one that failed',
    { x: { query: "select fact('y')" }, y: { query: 'select people from killed where year = 2020' } },
    [],
    ['y.query:1:1 fact-value the value of the fact "y" is missing in the data'],
  ],
  [
    'a range',
    { x: { query: "select fact('y')" }, y: { query: 'select 1, 2', format: 'range' } },
    ['y'],
    ['x.query:1:1 query-shape the fact "y" is a range, and a query wants one value (column 8 of the query)'],
  ],
  [
    'no name',
    { x: { query: "select fact('a' || 'b')" } },
    [],
    ['x.query:1:1 query-fails fact() names no fact (column 8 of the query)'],
  ],
  [
    'a good one beside a wrong column',
    { x: { query: "select fact('y') + peple from killed" }, y: {} },
    ['y'],
    [
      'x.query:1:1 query-fails the query fails: Referenced column "peple" not found in FROM clause (column 20 of the query)',
    ],
  ],
  [
    'a quotient in a subquery',
    { x: { query: 'select max(share) from (select people / 3 as share from killed where year = 2021)' } },
    [],
    ['x.query:1:1 query-inexact the column "max("share")" of the query is a quotient that is rounded too early'],
  ],
  [
    'nothing that says where to round',
    { x: { query: 'select people / 7 from killed where year = 2021' } },
    [],
    ['x.format:1:1 fact-value the value is 83.4285…, which does not end, and the format "number" prints every digit'],
  ],
])('a fact that rests on %s is told once', async (_, given, printed, messages) => {
  const result = await evaluated(given);
  expect(Object.keys(result.texts)).toEqual(printed);
  expect(result.messages).toEqual(messages.map((line) => `facts/${line}`));
});

test.each<[Partial<FactSpec>, string]>([
  [{ query: 'select min(year), max(year) from killed where year < 2023', unit: 'year' }, '2020–2022'],
  [{ query: 'select 5200000, 5500000', unit: 'people' }, '5.2 million–5.5 million'],
  [{ query: 'select 584, 1277', qualifier: 'about' }, 'about 584–1,277'],
  [{ query: 'select 584 as a, 584 as b' }, '584'],
  [{ query: 'select 4, 8.5', unit: 'percent' }, '4%–8.5%'],
  [{ query: 'select 1000000, 2500000', unit: 'usd' }, '$1 million–$2.5 million'],
  [{ query: "select date '2021-05-24', date '2021-06-01'" }, 'May 24, 2021–June 1, 2021'],
  [{ query: "select '2021-05', '2022'" }, 'May 2021–2022'],
])('%j is the range %s', async (spec, text) => {
  expect(await evaluated({ x: { ...spec, format: 'range' } })).toEqual({ texts: { x: text }, messages: [] });
});

test('a range of one column is told', async () => {
  expect((await evaluated({ x: { query: 'select 5', format: 'range' } })).messages).toEqual([
    'facts/x.query:1:1 query-shape the query of the fact "x" gives one row and one column, and a range is one row of two',
  ]);
});

test('a fact that rests on rows after the data cut-off is told', async () => {
  const { messages } = await evaluated({ x: { query: 'select max(people) from killed' } });
  expect(messages).toEqual([
    'facts/x.query:1:1 data-late rows of "killed" that are later than the data cut-off 2022 change what is printed here',
  ]);
});

test('each query that names an unknown fact is told the name that may be meant', async () => {
  await using data = await sampleData({});
  const given = { killed: 'select 1', a: "select fact('kiled')", b: "select fact('kiled') + 1" };
  const specs = new Map(Object.entries(given).map(([name, query]) => [name, factSpec(name, { query })]));
  await evaluateFacts(sampleEdition(specs), data.datasets, data.diagnostics.report);
  const cure = 'did you mean "killed"?';
  expect(data.diagnostics.list()).toMatchObject([{ cure }, { cure }]);
});
