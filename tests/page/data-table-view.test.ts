import { expect, test } from 'vitest';
import { dataTableView } from '../../scripts/press/page/data-table-view.ts';
import { originSpan } from '../../scripts/press/page/origin-span.ts';
import type { DataTable } from '../../scripts/press/prose/prose.ts';

const place = { file: 'charts/killed.yaml', line: 9, column: 3 };
const labels = { value: { 'figure-number': 'Figure {number}', 'cover-map': 'Map' }, at: () => place };

/** The view of a table of these rows, its first column and all after the second holding text and numbers. */
function viewOf(rows: readonly (readonly string[])[], number = 3) {
  const columns = (rows[0] ?? []).map((_, index) => ({
    head: [{ type: 'text' as const, value: `Head ${index}` }],
    format: index < 2 ? ('text' as const) : ('number' as const),
  }));
  const table: DataTable = {
    kind: 'chart',
    name: 'killed',
    number,
    place,
    title: [],
    subtitle: [],
    source: [],
    adopted: true,
    columns,
    rows: rows.map((cells) => cells.map((text) => ({ text, missing: false }))),
  };
  return dataTableView(table, { labels, language: 'en' }, () => {});
}

const heads = (view: ReturnType<typeof viewOf>) =>
  view.groups.map(({ rows }) =>
    rows.map((row) => row.heads.map(({ text, span }) => `${text}${span ? `×${span}` : ''}`)),
  );

test('where no value of the first column repeats, it alone heads the rows', () => {
  const view = viewOf([
    ['2021', 'north', '1'],
    ['2022', 'north', '2'],
  ]);
  expect(heads(view)).toEqual([[['2021'], ['2022']]]);
  expect(view.groups[0]?.rows[0]?.cells.map(({ text }) => text)).toEqual(['north', '1']);
});

test('one that repeats stands once beside its rows, and the second column heads them', () => {
  const view = viewOf([
    ['Mali', '2021', '1'],
    ['Mali', '2022', '2'],
    ['Niger', '2021', '3'],
  ]);
  expect(heads(view)).toEqual([[['Mali×2', '2021'], ['2022']], [['Niger', '2021']]]);
  expect(view.columns.map(({ numeric }) => numeric)).toEqual([false, false, true]);
});

test('beside many rows it stands in each, since some may be on another page', () => {
  const view = viewOf(Array.from({ length: 37 }, (_, index) => ['Mali', String(index), '1']));
  expect(heads(view)[0]?.slice(0, 2)).toEqual([
    ['Mali', '0'],
    ['Mali', '1'],
  ]);
  expect(view.long).toBe(true);
});

test('a table of many columns takes the width of the page', () => {
  expect(viewOf([['a', 'b', 'c', 'd']]).wide).toBe(false);
  expect(viewOf([['a', 'b', 'c', 'd', 'e']]).wide).toBe(true);
});

const years = (count: number, words = '12,345') =>
  Array.from({ length: count }, (_, index) => [`${1989 + index}`, words]);

test.each([
  ['of twelve years and a number each is', years(12), true],
  ['of few rows is not', years(11), false],
  ['of wide cells is not', years(12, 'no figure that can be relied on'), false],
  ['of three columns is not', years(12).map((row) => [...row, '1']), false],
  ['of which a first cell repeats is not', years(12).map(([, value]) => ['2020', value ?? '']), false],
])('a table %s set in two columns of its own', (_, rows, folded) => {
  expect(viewOf(rows).folded).toBe(folded);
});

test('of two short columns more rows stay whole', () => {
  expect(viewOf(years(72))).toMatchObject({ folded: true, long: false });
  expect(viewOf(years(73))).toMatchObject({ folded: true, long: true });
  expect(viewOf(years(13, 'no figure that can be relied on')).long).toBe(true);
});

const counted = (text: string) => originSpan(text, { counted: true });

test('the map on the cover has a name in the place of a number', () => {
  expect(viewOf([['a', 'b']], 0).number).toEqual(counted('Map'));
  expect(viewOf([['a', 'b']], 3).number).toEqual(counted('Figure 3'));
});

test('a number has room for the decimals that it lacks', () => {
  const view = viewOf([
    ['2020', 'a', '1,235'],
    ['2021', 'b', '7.1'],
    ['2022', 'c', '12.60'],
    ['2023', 'd', 'no figure'],
  ]);
  expect(view.groups[0]?.rows.map(({ cells }) => cells.map(({ lacks }) => lacks))).toEqual([
    [null, '.00'],
    [null, '0'],
    [null, null],
    [null, null],
  ]);
});
