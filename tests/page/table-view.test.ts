import { expect, test } from 'vitest';
import { tableView } from '../../scripts/press/page/table-view.ts';
import type { PlacedTable } from '../../scripts/press/prose/prose.ts';
import type { Edition } from '../../scripts/press/read/edition.ts';

const place = { file: 'a.yaml', line: 1, column: 1 };
const labels = { value: { 'table-number': 'Table {number}' }, at: () => place };
const labelled = { edition: { labels } as unknown as Edition, report: () => {} };
const words = (value: string) => (value === '' ? [] : [{ type: 'text' as const, value }]);

/** The table that these columns ("head" or "group/head") and rows make: heads and rows as a reader sees their cells. */
function shown(columns: readonly string[], rows: readonly (readonly string[])[], heading: 1 | 2 = 1) {
  const table: PlacedTable = {
    kind: 'table',
    name: 'a',
    number: 1,
    width: 'text',
    place,
    heading,
    title: [],
    subtitle: [],
    note: [],
    source: [],
    adopted: true,
    columns: columns.map((column) => {
      const [head = '', group = ''] = column.split('/').reverse();
      return { field: head, head: words(head), group: words(group), format: 'number', total: false };
    }),
    rows: rows.map((cells) => ({ cells: cells.map((text) => ({ text, missing: false })), total: false })),
  };
  const view = tableView(table, labelled);
  return {
    heads: view.head_rows.map(({ cells }) =>
      cells.map(({ head, columns: over, rows: down }) => `${head}${over ? ` ↔${over}` : ''}${down ? ` ↕${down}` : ''}`),
    ),
    rows: view.groups.flatMap(({ rows: inGroup }) =>
      inGroup.map(({ heads, cells }) => [
        ...heads.map(({ text, span }) => `${plain(text)}:${span ? ` ↕${span}` : ''}`),
        ...cells.map(({ text }) => plain(text)),
      ]),
    ),
  };
}

/** A text without the mark of where it comes from. */
function plain(html: { toString(): string }): string {
  return String(html).replace(/<[^>]*>/g, '');
}

test('one column heads the rows', () => {
  expect(
    shown(
      ['A', 'B'],
      [
        ['a', '1'],
        ['a', '2'],
      ],
    ),
  ).toEqual({
    heads: [['A', 'B']],
    rows: [
      ['a:', '1'],
      ['a:', '2'],
    ],
  });
});

test('of two columns that head the rows, the first stands once beside rows that share it', () => {
  const rows = [
    ['a', 'x', '1'],
    ['a', 'y', '2'],
    ['b', 'x', '3'],
  ];
  expect(shown(['A', 'B', 'C'], rows, 2).rows).toEqual([
    ['a: ↕2', 'x:', '1'],
    ['y:', '2'],
    ['b:', 'x:', '3'],
  ]);
});

test('so many rows that they may be on two pages have all their heads', () => {
  const rows = Array.from({ length: 13 }, (_, index) => ['a', String(index), '1']);
  expect(shown(['A', 'B', 'C'], rows, 2).rows.every(([first]) => first === 'a:')).toBe(true);
});

test.each([
  [
    'columns beside each other',
    ['A', 'G/B', 'G/C'],
    [
      ['A ↕2', 'G ↔2'],
      ['B', 'C'],
    ],
  ],
  ['one column alone', ['A', 'G/B'], [['A ↕2', 'G ↔1'], ['B']]],
  [
    'columns that another parts',
    ['G/A', 'B', 'G/C'],
    [
      ['G ↔1', 'B ↕2', 'G ↔1'],
      ['A', 'C'],
    ],
  ],
  [
    'columns of two groups',
    ['G/A', 'G/B', 'H/C', 'H/D'],
    [
      ['G ↔2', 'H ↔2'],
      ['A', 'B', 'C', 'D'],
    ],
  ],
])('a head stands over %s', (_, columns, heads) => {
  expect(shown(columns, []).heads).toEqual(heads);
});

test('each cell says which cell of the answer it shows, heads too', () => {
  const table = {
    kind: 'table',
    name: 'a',
    number: 1,
    width: 'text',
    place,
    heading: 1,
    title: [],
    subtitle: [],
    note: [],
    source: [],
    adopted: true,
    columns: ['year', 'boats'].map(
      (field) => ({ field, head: [], group: [], format: 'number', total: false }) as const,
    ),
    rows: [{ cells: ['2030', '7'].map((text) => ({ text, missing: false })), total: false }],
  } as const satisfies PlacedTable;
  const [row] = tableView(table, labelled).groups[0]?.rows ?? [];
  expect([...(row?.heads ?? []), ...(row?.cells ?? [])].map(({ text }) => String(text))).toEqual([
    '<span data-cell="table a 1 year">2030</span>',
    '<span data-cell="table a 1 boats">7</span>',
  ]);
});
