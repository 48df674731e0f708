import { expect, test } from 'vitest';
import type { Alarm } from '../../scripts/press/data/alarm.ts';
import { noFacts } from '../../scripts/press/data/prepare-query.ts';
import { tableOf } from '../../scripts/press/data/table-of.ts';
import { sampleData } from './sample-data.ts';

const small = { csv: 'a\n1\n2\n', columns: { a: 'integer' } };

/** A clock on which the time is up as soon as it is set: it rings at every turn of the loop. */
const impatient = (rung: number[]): Alarm => {
  return (milliseconds, ring) => {
    rung.push(milliseconds);
    let waiting = true;
    const again = () => {
      if (!waiting) return;
      ring();
      setImmediate(again);
    };
    setImmediate(again);
    return {
      [Symbol.dispose]() {
        waiting = false;
      },
    };
  };
};

test.each([
  ['counts without end', 'select count(*) from range(100000000000000)'],
  [
    'leads back to itself without end',
    'with recursive r(n) as (select 1 union all select n + 1 from r) select max(n) from r',
  ],
  ['joins everything with everything', 'select sum(a.range * b.range) / 2 from range(10000000) a, range(10000000) b'],
])('a query that %s is stopped when its time is up', async (_, sql) => {
  const rung: number[] = [];
  await using data = await sampleData({ small }, impatient(rung));
  expect(await data.datasets.query(sql)).toMatchObject({
    kind: 'failed',
    rule: 'query-limit',
    message: 'the query takes longer than 30 seconds, and was stopped',
  });
  // Not asked again in another form.
  expect(rung).toEqual([30_000]);
});

test('after one that was stopped, others are answered', async () => {
  let rings: 'at once' | 'never' = 'at once';
  const now = impatient([]);
  const alarm: Alarm = (milliseconds, ring) =>
    rings === 'at once' ? now(milliseconds, ring) : { [Symbol.dispose]: () => {} };
  await using data = await sampleData({ small }, alarm);
  expect((await data.datasets.query('select count(*) from range(100000000000000)')).kind).toBe('failed');
  rings = 'never';
  expect(await data.datasets.query('select sum(a) as sum from small')).toMatchObject({
    table: { rows: [{ sum: { decimal: '3' } }] },
  });
});

test('a query that needs more memory than there is for it is stopped, and others are answered', async () => {
  await using data = await sampleData({ small });
  expect(await data.datasets.query('select list(range)::varchar from range(1000000000)')).toMatchObject({
    kind: 'failed',
    rule: 'query-limit',
    message: 'the query needs more than 256 MB of memory, and was stopped',
  });
  expect((await data.datasets.query('select sum(a) from small')).kind).toBe('table');
});

test('the diagnostic of a query that is stopped names its place', async () => {
  await using data = await sampleData({ small }, impatient([]));
  const place = { file: 'content/mali/charts/killed.yaml', line: 4, column: 10 };
  const run = { datasets: data.datasets, until: '2021', named: noFacts };
  const source = { query: 'select count(*) from range(100000000000000)' };
  expect(await tableOf(source, 'print', run, place, data.diagnostics.report)).toBeUndefined();
  expect(data.messages()).toEqual([
    'content/mali/charts/killed.yaml:4:10 query-limit the query takes longer than 30 seconds, and was stopped',
  ]);
});
