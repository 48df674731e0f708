import { expect, test } from 'vitest';
import { csvRecords, isBlank } from '../../scripts/press/data/csv-records.ts';
import { sampleData } from './sample-data.ts';

test('places are those of an editor: lines and columns from 1, quotation marks included', () => {
  const cells = [...csvRecords('\uFEFFa,"b\r\nc",d\n\n"",e')].map(({ line, cells }) => [
    line,
    ...cells.map(({ text, line, column }) => `${line}:${column} ${text}`),
  ]);
  expect(cells).toEqual([
    [1, '1:1 a', '1:3 b\r\nc', '2:4 d'],
    [3, '3:1 '],
    [4, '4:1 ', '4:4 e'],
  ]);
});

test('what the engine reads as rows, so do we: 60 tables of odd cells', async () => {
  const random = seeded(7);
  const parts = ['', 'a', ' b ', '""', '"x,y"', '"l\nm"', '"q""q"', 'u"v', 'é😀', '"w" '];
  for (let round = 0; round < 60; round += 1) {
    const lines = Array.from({ length: 1 + Math.floor(random() * 6) }, () =>
      random() < 0.15 ? '' : [0, 1].map(() => parts[Math.floor(random() * parts.length)]).join(','),
    );
    const csv = `a,b\n${lines.join('\n')}${random() < 0.5 ? '\n' : ''}`;
    await using data = await sampleData({ odd: { csv, columns: { a: 'string', b: 'string' }, missingValues: [] } });
    const outcome = await data.datasets.query('from odd');
    const ours = [...csvRecords(csv)].slice(1).filter((record) => !isBlank(record));
    expect(data.messages(), csv).toEqual([]);
    expect(outcome, csv).toMatchObject({
      kind: 'table',
      table: {
        columns: ['a', 'b'],
        rows: ours.map(({ cells: [a, b] }) => ({
          a: { kind: 'text', text: a?.text },
          b: { kind: 'text', text: b?.text },
        })),
      },
    });
  }
});

/** The same numbers between 0 and 1 on every run (Park and Miller's generator). */
function seeded(start: number): () => number {
  let state = start;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
