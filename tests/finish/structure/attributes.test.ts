import { expect, test } from 'vitest';
import { openSerializer } from '../../../scripts/press/finish/file/serializer.ts';
import type { Attributes } from '../../../scripts/press/finish/structure/attributes.ts';
import { attributeEntries } from '../../../scripts/press/finish/structure/attributes.ts';

const cell = { scope: undefined, rowSpan: 1, columnSpan: 1, headers: [] } as const;
const box = { left: 1.006, bottom: 2, right: 3.5, top: 4 };

test.each<[string, Attributes, string]>([
  ['nothing', {}, '<<>>'],
  [
    'what it is called, its language and its words',
    { id: 'a', language: 'fr', alt: 'b', actualText: 'c' },
    '<</ID (a)/Lang (fr)/Alt (b)/ActualText (c)>>',
  ],
  ['an alternative text that is empty', { alt: '' }, '<</Alt ()>>'],
  ['how a list is numbered', { numbering: 'Decimal' }, '<</A <</O /List/ListNumbering /Decimal>>>>'],
  ['that a cell is as cells are', { cell }, '<<>>'],
  [
    'what a cell heads, spans and is headed by',
    { cell: { scope: 'Both', rowSpan: 2, columnSpan: 3, headers: ['a', 'b'] } },
    '<</A <</O /Table/Scope /Both/RowSpan 2/ColSpan 3/Headers[(a) (b)]>>>>',
  ],
  ['where a figure stands, in hundredths', { box }, '<</A <</O /Layout/BBox[1.01 2 3.5 4]>>>>'],
  [
    'several things',
    { numbering: 'Disc', others: [new Map([['O', '/Layout']])] },
    '<</A[<</O /List/ListNumbering /Disc>> <</O /Layout>>]>>',
  ],
])('a tag says %s', (_, attributes, expected) => {
  const serialized = openSerializer((number) => number)(attributeEntries(attributes));
  expect(serialized.replaceAll(' [', '[')).toBe(expected);
});
