import { expect, test } from 'vitest';
import { appendEntries } from '../../scripts/import/pour/yaml-list.ts';
import { imported, markdownOf } from './imported.ts';

const table = (rows: readonly string[]) =>
  `# Summary\n\nThe boats:\n\nTable 1. Boats lost\n\n${rows.join('\n')}\n\nAfter.`;

test('a table of numbers is data, and its caption its title', async () => {
  const { sections, tables } = await imported(
    'm.md',
    table([
      '| Year | Boats, all | Cost | Lost |',
      '|-|-|-|-|',
      '| 2029 | 1,312 | $1,200 | 12.50% |',
      '| 2030 | 401 | $90 | – |',
    ]),
  );
  expect(sections[0]?.markdown).toBe('# Summary\n\nThe boats:\n\n::table[boats-lost]\n\nAfter.\n');
  expect(tables).toEqual([
    {
      table: 'boats-lost',
      dataset: 'fictonia-boats-lost',
      csv: 'year,boats_all,cost,lost\n2029,1312,1200,12.50\n2030,401,90,\n',
      spec: `# yaml-language-server: $schema=../../../schemas/table.schema.json
title: Boats lost
source: []
data:
  dataset: fictonia-boats-lost
columns:
  - field: year
    head: Year
    format: year
  - field: boats_all
    head: Boats, all
    format: number
  - field: cost
    head: Cost
    format: currency-full
  - field: lost
    head: Lost
    format: percent
    decimals: 2
missing: –
`,
      resource: expect.objectContaining({
        title: 'Boats lost',
        sources: [{ title: 'A made heading' }],
        licenses: [{ name: 'not-stated', title: 'Not stated in the manuscript' }],
        retrieved: '2031-07-01',
      }),
    },
  ]);
});

test('numbers below zero are data, whether a hyphen or a minus sign stands before them', async () => {
  const rows = ['| Year | Boats |', '|-|-|', '| 2029 | -312 |', '| 2030 | −4 |', '| 2031 | 1,401 |'];
  const { tables } = await imported('m.md', table(rows));
  expect(tables[0]?.csv).toBe('year,boats\n2029,-312\n2030,-4\n2031,1401\n');
});

test.each([
  ['words alone', ['| a | b |', '|-|-|', '| c | d |', '| e | f |']],
  ['an empty cell', ['| Year | Boats |', '|-|-|', '| 2029 | |', '| 2030 | 401 |']],
  ['a link in a cell', ['| Year | Boats |', '|-|-|', '| 2029 | [1](https://example.org) |', '| 2030 | 401 |']],
  [
    'numbers that the press would write otherwise',
    ['| Place | Boats |', '|-|-|', '| Here | 1312 |', '| There | 1,401 |'],
  ],
])('a table with %s stays as it is written', async (_, rows) => {
  expect(await markdownOf('m.md', table(rows))).toContain('Table 1. Boats lost\n\n|');
});

test('a caption whose number the press would change stays in the text', async () => {
  const text = table(['| Year | Boats |', '|-|-|', '| 2029 | 312 |', '| 2030 | 401 |']).replace('Table 1', 'Table 7');
  expect(await markdownOf('m.md', text)).toContain('Table 7. Boats lost\n\n::table[boats-lost]\n');
});

test.each([
  ['a: 1 # one\nlist:\n\n  - x: 1 # kept\n', 'list', 'a: 1 # one\nlist:\n\n  - x: 1 # kept\n\n  - x: 2\n    y: z\n'],
  ['# head\n- x: 1\n', undefined, '# head\n- x: 1\n\n- x: 2\n  y: z\n'],
  ['list: []\n', 'list', 'list: [ { x: 2, y: z } ]\n'],
  ['list:\n  - x: 1\nb: 2\n', 'list', 'list:\n  - x: 1\n  - x: 2\n    y: z\nb: 2\n'],
])('an entry is added to %j and nothing else changes', (yaml, key, after) => {
  expect(appendEntries(yaml, key, [{ x: 2, y: 'z' }])).toBe(after);
});
