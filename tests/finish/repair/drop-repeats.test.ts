import { expect, test } from 'vitest';
import { dropRepeats } from '../../../scripts/press/finish/repair/drop-repeats.ts';
import { applyRules } from '../../../scripts/press/finish/repair/rule.ts';
import type { Kid } from '../../../scripts/press/finish/structure/element.ts';
import { cell, readTags, tag, text, written } from '../tags.ts';

const rowOf = (scope: 'Column' | undefined, ...cells: readonly (readonly Kid[])[]) =>
  tag('Document', tag('TR', ...cells.map((kids) => cell(scope, ...kids))));

test.each([
  [
    'that says the same on later pages is read once',
    rowOf(undefined, [text('A', 1), text('A', 2), text('A', 3)], [text('B', 1), text('B', 2), text('B', 3)]),
    'TR(TD("A") TD("B"))',
  ],
  [
    'that goes on on the next page is read whole',
    rowOf(undefined, [text('so', 1), text('so', 2)], [text('a', 1), text('b', 2)]),
    'TR(TD("so" "so") TD("a" "b"))',
  ],
  [
    'of heads that comes again in the next column is read once',
    rowOf('Column', [text('A'), text('long'), text('A'), text('long')], [text('B'), text('B')], []),
    'TR(TH("A" "long") TH("B") TH())',
  ],
  [
    'of heads of which one says a word twice is read whole',
    rowOf('Column', [text('so'), text('so')], [text('B')]),
    'TR(TH("so" "so") TH("B"))',
  ],
  ['of cells that say a word twice is read whole', rowOf(undefined, [text('so'), text('so')]), 'TR(TD("so" "so"))'],
])('a row %s', (_, document, expected) => {
  expect(written(applyRules(document, [dropRepeats(readTags)]))).toBe(`Document(${expected})`);
});
