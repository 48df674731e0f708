import { expect, test } from 'vitest';
import { evaluateFacts } from '../../scripts/press/facts/evaluate-facts.ts';
import type { Edition, Located } from '../../scripts/press/read/edition.ts';
import { type EditionMeta, editionSchema } from '../../scripts/press/read/schemas/edition.ts';
import type { FactSpec } from '../../scripts/press/read/schemas/facts.ts';
import { sampleData } from '../data/sample-data.ts';
import { englishWording, factSpec } from './sample-facts.ts';

/** An edition of facts alone. */
function editionOf(facts: ReadonlyMap<string, Located<FactSpec>>): Edition {
  const at = () => ({ file: 'edition.yaml', line: 1, column: 1 });
  const meta: EditionMeta = editionSchema.parse({
    ...{ title: 'T', short_title: 'T', force: 'F', country: 'Mali', order: 1, data_cutoff: '2022', version: '1' },
    ...{
      status: 'draft',
      accent: 'ochre',
      keywords: [],
      summary: 'S',
      budgets: { pages: 1, bytes: 10_000 },
      cover: {},
    },
  });
  const none = new Map<string, never>();
  return {
    ...{ name: 'mali', ...englishWording(), meta: { value: meta, at }, facts, sections: [], broken: new Set<string>() },
    series: { value: { title: 'S', language: 'en', partners: [] }, at },
    ...{ charts: none, tables: none, maps: none, timelines: none, sources: none, images: none },
  };
}

async function evaluated(given: Readonly<Record<string, Partial<FactSpec>>>) {
  await using data = await sampleData({
    killed: {
      csv: 'year,people\n2020,\n2021,584\n2022,1277\n2023,9999\n',
      columns: { year: 'year', people: 'integer' },
      dated_by: 'year',
    },
  });
  const specs = new Map(Object.entries(given).map(([name, spec]) => [name, factSpec(name, spec)]));
  const facts = await evaluateFacts(editionOf(specs), data.datasets, data.diagnostics.report);
  return { texts: Object.fromEntries([...facts].map(([name, { text }]) => [name, text])), told: data.told() };
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
  ).toEqual({ texts: { 'killed-2022': 'at least 1,277', rise: '118.7%' }, told: [] });
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
])('a fact of %s is told and left out', async (_, spec, told) => {
  expect(await evaluated({ x: spec })).toEqual({ texts: {}, told: [`facts/${told}`] });
});

test('a fact that rests on rows after the data cut-off is told', async () => {
  const { told } = await evaluated({ x: { query: 'select max(people) from killed' } });
  expect(told).toEqual([
    'facts/x.query:1:1 data-late rows of "killed" that are later than the data cut-off 2022 change what is printed here',
  ]);
});
