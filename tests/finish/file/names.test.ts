import { expect, test } from 'vitest';
import { openNames } from '../../../scripts/press/finish/file/names.ts';

test('names are read without their escapes, with their slash or as keys', () => {
  const written = '/A#20B#2F /Type';
  const names = openNames(Buffer.from(written));
  expect(names.at(0, 9)).toBe('/A B/');
  expect(names.keyAt(0, 9)).toBe('A B/');
  expect(names.at(10, 15)).toBe('/Type');
});

test('names with one digest are told apart', () => {
  // Of both the digest is the same: 31 × 65 + 97 = 31 × 66 + 66.
  const names = openNames(Buffer.from('/Aa/BB/Aa'));
  expect([names.at(0, 3), names.at(3, 6), names.at(6, 9)]).toEqual(['/Aa', '/BB', '/Aa']);
});
