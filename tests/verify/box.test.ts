import { describe, expect, test } from 'vitest';
import { isOnLine } from '../../scripts/press/verify/box.ts';

const word = { left: 10, right: 40, bottom: 100, top: 107 };

describe('a box is on the line of a word', () => {
  test.each([
    ['the next word', { left: 43, right: 60, bottom: 98, top: 106 }],
    ['a raised digit', { left: 40, right: 43, bottom: 104, top: 109 }],
    ['an underscore before the word', { left: 6, right: 10.2, bottom: 98.4, top: 99 }],
  ])('%s', (_, box) => expect(isOnLine(word, box)).toBe(true));
});

describe('a box is on another line', () => {
  test.each([
    ['the line below', { left: 10, right: 60, bottom: 86, top: 93 }],
    ['the line above, in the next column', { left: 120, right: 160, bottom: 300, top: 307 }],
    ['a raised digit of the line below', { left: 38, right: 41, bottom: 91, top: 96 }],
  ])('%s', (_, box) => expect(isOnLine(word, box)).toBe(false));
});
