import { expect, test } from 'vitest';
import { alignTexts } from '../scripts/press/text-matching.ts';

test.each([
  ['all in order', ['one', 'two', 'three'], 'onetwothree', [0, 3, 6]],
  ['more between them', ['one', 'two'], '1.one2.two', [2, 7]],
  ['one is lost', ['one', 'two', 'three'], 'onethree', [0, undefined, 3]],
  ['two have changed places: the shorter is blamed', ['longer', 'two', 'end'], 'twolongerend', [3, undefined, 9]],
  ['a short one is lost that stands further on, too', ['a', 'b', 'middle', 'b'], 'amiddleb', [0, undefined, 1, 7]],
  ['the same text twice', ['same', 'x', 'same'], 'samexsame', [0, 4, 5]],
  ['the same text twice, printed once', ['same', 'xy', 'same'], 'samexy', [0, 4, undefined]],
  ['one within another', ['the aid', 'aid'], 'the aid', [0, undefined]],
  ['nothing is there', ['one', 'two'], '', [undefined, undefined]],
  ['nothing is wanted', [], 'one', []],
])('%s', (_, pieces, whole, found) => {
  expect(alignTexts(pieces, whole)).toEqual(found);
});

test('a hundred texts in order are found whatever stands between them', () => {
  const pieces = Array.from({ length: 100 }, (_, i) => String((i * 7919) % 13));
  expect(alignTexts(pieces, pieces.map((piece, i) => `${i % 3}${piece}x`).join('')).includes(undefined)).toBe(false);
});
