import { expect, test } from 'vitest';
import { dropRepeats } from '../../../scripts/press/finish/repair/repeated-rows.ts';
import { applyRules } from '../../../scripts/press/finish/repair/rule.ts';
import type { Element } from '../../../scripts/press/finish/structure/element.ts';
import { cell, readTags, tag, textAt, written } from '../tags.ts';

/** What a row says at its places, each as "page left bottom": its cells, each with its lines. */
type Row = Readonly<Record<string, string>>[];

function rowOf(scope: 'Column' | undefined, row: Row): Element {
  return tag(
    'TR',
    ...row.map((lines) => cell(scope, ...Object.entries(lines).map(([place, shown]) => textAt(place, shown)))),
  );
}
const head = (...row: Row) => rowOf('Column', row);
const data = (...row: Row) => rowOf(undefined, row);

function left(...kids: readonly Element[]): readonly string[] {
  const table = applyRules(tag('Document', tag('Table', ...kids)), [dropRepeats(readTags)]).kids[0];
  return table?.kind === 'element' ? table.kids.map(written) : [];
}

test('a head that is drawn again on each page is read once', () => {
  const heads = head(
    { '1 10 50': 'A', '2 10 90': 'A', '3 10 90': 'A' },
    { '1 40 50': 'B', '2 40 90': 'B', '3 40 90': 'B' },
  );
  const rows = ['1 10 30', '2 10 70', '3 10 70'].map((place) => data({ [place]: '1' }));
  expect(left(heads, ...rows)[0]).toBe('TR(TH("A") TH("B"))');
});

test('a head of several lines that is drawn again in the next columns is read once', () => {
  const heads = head(
    { '1 10 50': 'A', '1 10 40': 'long', '1 90 90': 'A', '1 90 80': 'long', '2 10 90': 'A', '2 10 80': 'long' },
    { '1 40 45': 'B', '1 120 85': 'B', '2 40 85': 'B' },
    {},
  );
  const rows = ['1 10 30', '1 90 60', '2 10 60'].map((place) => data({ [place]: '1' }));
  expect(left(heads, ...rows)[0]).toBe('TR(TH("A" "long") TH("B") TH())');
});

test('all rows of a head are read once, whatever cells they have, and so are those of a foot', () => {
  const rows = [
    data({ '1 40 60': 'wide', '2 40 60': 'wide' }),
    head({ '1 40 50': 'A', '2 40 50': 'A' }),
    data({ '1 40 40': '1' }),
    data({ '2 40 40': '2' }),
    data({ '1 40 20': 'all', '2 40 20': 'all' }),
  ];
  expect(left(...rows)).toEqual(['TR(TD("wide"))', 'TR(TH("A"))', 'TR(TD("1"))', 'TR(TD("2"))', 'TR(TD("all"))']);
});

test('a paragraph that holds only what is drawn again goes', () => {
  const again = tag('TH', tag('P', textAt('1 10 50', 'A')), tag('P', textAt('2 10 50', 'A')));
  const heads = tag('TR', { ...again, attributes: cell('Column').attributes });
  expect(left(heads, data({ '1 10 30': '1' }), data({ '2 10 30': '2' }))[0]).toBe('TR(TH(P("A")))');
});

test.each([
  [
    'a head that says a word twice, one below the other',
    [head({ '1 10 60': 'Bora', '1 10 50': 'Bora' }), data({ '1 10 30': '1' })],
    0,
  ],
  [
    'a head that says a word twice, one beside the other',
    [head({ '1 10 60': 'Bora', '1 32 60': 'Bora' }), data({ '1 10 30': '1' }), data({ '1 32 20': '2' })],
    0,
  ],
  [
    'heads of which each says a word twice',
    [head({ '1 10 60': 'so', '1 20 60': 'so' }, { '1 50 60': 'no', '1 62 60': 'no' }), data({ '1 10 30': '1' })],
    0,
  ],
  [
    'the first row, with a page break between',
    [data({ '1 10 10': 'none', '2 10 90': 'none' }), data({ '2 10 70': '1' })],
    0,
  ],
  [
    'a row between, with a page break',
    [data({ '1 10 30': '1' }), data({ '1 10 10': 'none', '2 10 90': 'none' }), data({ '2 10 70': '1' })],
    1,
  ],
  [
    'the last row, with a page break between',
    [data({ '1 10 30': '1' }), data({ '1 10 10': 'none', '2 10 90': 'none' })],
    1,
  ],
  [
    'the last row, with a break of the column between',
    [
      head({ '1 10 60': 'A', '1 90 90': 'A' }),
      data({ '1 10 30': '1' }),
      data({ '1 10 10': 'none', '1 90 80': 'none' }),
    ],
    2,
  ],
  ['the only row, with a page break between', [data({ '1 10 30': 'none', '2 10 90': 'none' })], 0],
  [
    'cells that go on in another way',
    [head({ '1 10 50': 'so', '2 10 90': 'so' }, { '1 40 50': 'a', '2 40 90': 'b' }), data({ '2 10 30': '1' })],
    0,
  ],
  [
    'what stands elsewhere on the next page',
    [head({ '1 10 50': 'A', '2 10 90': 'A' }, { '1 40 50': 'B', '2 40 70': 'B' }), data({ '2 10 30': '1' })],
    0,
  ],
  [
    'a head that stands below a row',
    [head({ '1 10 50': 'A', '2 10 20': 'A' }), data({ '1 10 30': '1' }), data({ '2 10 30': '1' })],
    0,
  ],
])('what merely says a thing twice is read whole: %s', (_, rows, index) => {
  expect(left(...rows)[index]).toBe(written(rows[index] as Element));
});
