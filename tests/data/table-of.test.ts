import { expect, test } from 'vitest';
import { noFacts } from '../../scripts/press/data/prepare-query.ts';
import { tableOf, type Use } from '../../scripts/press/data/table-of.ts';
import type { DataSource } from '../../scripts/press/read/schemas/common.ts';
import { sampleData } from './sample-data.ts';

const place = { file: 'content/mali/charts/killed.yaml', line: 4, column: 3 };

async function asked(source: DataSource, use: Use = 'print') {
  await using data = await sampleData({
    killed: {
      csv: 'year,people\n2021,584\n2022,1277\n',
      columns: { year: 'year', people: 'integer' },
      dated_by: 'year',
    },
    none: { csv: 'a\n', columns: { a: 'string' } },
    faulty: { csv: 'a\nx\n', columns: { a: 'integer' } },
  });
  const table = await tableOf(
    source,
    use,
    { datasets: data.datasets, until: '2021', named: noFacts },
    place,
    data.diagnostics.report,
  );
  const messages = data.diagnostics.list().filter(({ place: { file } }) => file === place.file);
  return { rows: table?.rows.length, messages: messages.map(({ rule, message }) => `${rule} ${message}`) };
}

test.each<[DataSource, number | undefined, string[]]>([
  [{ query: 'from killed where year = 2021' }, 1, []],
  [{ dataset: 'kiled' }, undefined, ['dataset-unknown unknown dataset "kiled"']],
  [{ dataset: 'none' }, undefined, ['query-empty the dataset "none" has no row']],
  [{ query: 'from killed where year = 1' }, undefined, ['query-empty the query gives no row']],
  [
    { query: 'select year,\n peopl from killed' },
    undefined,
    ['query-fails the query fails: Referenced column "peopl" not found in FROM clause (line 2, column 2 of the query)'],
  ],
  [
    { dataset: 'killed' },
    2,
    ['data-late rows of "killed" that are later than the data cut-off 2021 change what is printed here'],
  ],
  [{ dataset: 'faulty' }, undefined, []],
])('%j', async (source, rows, messages) => {
  expect(await asked(source)).toEqual({ rows, messages });
});

test('a quotient that a query rounds before its time may be drawn, and not printed', async () => {
  const source = { query: 'select max(half) as half from (select people / 2 as half from killed where year = 2021)' };
  expect(await asked(source, { drawing: ['other'] })).toEqual({ rows: 1, messages: [] });
  const messages = ['query-inexact the column "half" of the query is a quotient that is rounded too early'];
  expect(await asked(source, 'print')).toEqual({ rows: undefined, messages });
  expect(await asked(source, { drawing: ['half'] })).toEqual({ rows: undefined, messages });
});
