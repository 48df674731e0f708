import { expect, test } from 'vitest';
import { sampleData } from './sample-data.ts';

const columns = { period: 'string' };

test.each([
  ['2022', '2022-12-31'],
  ['2022-02', '2022-02-28'],
  ['2020-02', '2020-02-29'],
  ['2022-03-18', '2022-03-18'],
  ['2022-Q1', '2022-03-31'],
  ['2022-Q3', '2022-09-30'],
  ['2021-H1', '2021-06-30'],
  ['2021-H2', '2021-12-31'],
])('a row of %s is as late as %s', async (period, end) => {
  await using data = await sampleData({ rows: { csv: `period\n${period}\n`, columns, dated_by: 'period' } });
  const dayBefore = new Date(Date.parse(end) - 86_400_000).toISOString().slice(0, 10);
  expect(data.messages()).toEqual([]);
  expect((await data.datasets.query('from rows', end)).kind).toBe('table');
  expect((await data.datasets.query('from rows', dayBefore)).kind).toBe('late');
});

test('what is no period cannot date a row', async () => {
  const wrong = ['FY 2020', '2022-13', '2022-02-30', '2022-Q5', '2022-H3', '22', '2021-2022', '2022-3'];
  await using data = await sampleData({ rows: { csv: `period\n${wrong.join('\n')}\n`, columns, dated_by: 'period' } });
  expect(data.messages()).toEqual(
    wrong.map(
      (period, index) =>
        `data/rows.csv:${index + 2}:1 cell-type "${period}" in the column "period" is not a date or period that can be compared with the data cut-off`,
    ),
  );
});
