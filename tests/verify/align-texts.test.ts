import { expect, test } from 'vitest';
import { alignTexts } from '../../scripts/press/verify/align-texts.ts';

test.each([
  ['all in order', ['one', 'two', 'three'], 'onetwothree', [true, true, true]],
  ['more between them', ['one', 'two'], '1.one2.two', [true, true]],
  ['one is lost', ['one', 'two', 'three'], 'onethree', [true, false, true]],
  ['two have changed places: the shorter is blamed', ['longer', 'two', 'end'], 'twolongerend', [true, false, true]],
  ['a short one is lost that stands further on, too', ['a', 'b', 'middle', 'b'], 'amiddleb', [true, false, true, true]],
  ['the same text twice', ['same', 'x', 'same'], 'samexsame', [true, true, true]],
  ['the same text twice, printed once', ['same', 'xy', 'same'], 'samexy', [true, true, false]],
  ['one within another', ['the aid', 'aid'], 'the aid', [true, false]],
  ['nothing is there', ['one', 'two'], '', [false, false]],
  ['nothing is wanted', [], 'one', []],
])('%s', (_, pieces, whole, found) => {
  expect(alignTexts(pieces, whole)).toEqual(found);
});

test('a hundred texts in order are found whatever stands between them', () => {
  const pieces = Array.from({ length: 100 }, (_, i) => String((i * 7919) % 13));
  expect(alignTexts(pieces, pieces.map((piece, i) => `${i % 3}${piece}x`).join('')).every(Boolean)).toBe(true);
});
