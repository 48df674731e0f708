import { expect, test } from 'vitest';
import { dateString, decodeText, isoInstant, nameTree } from '../../../scripts/press/finish/file/data-structures.ts';
import { isArray, isString } from '../../../scripts/press/finish/file/objects.ts';

test('an instant is told to the second, by a PDF and by XMP alike', () => {
  const date = new Date('2026-03-01T12:30:59.999+01:00');
  expect(isoInstant(date)).toBe('2026-03-01T11:30:59Z');
  expect(dateString(date).bytes).toBe('D:20260301113059Z');
});

test.each(['+010000-01-01T00:00:00Z', '-000001-01-01T00:00:00Z'])('the year of %s cannot be told', (written) => {
  expect(() => dateString(new Date(written))).toThrow('its year has not four digits');
});

/** The names of a tree, in their order. */
function namesOf(...names: readonly string[]): readonly string[] {
  const all = nameTree(names.map((name) => [name, 1] as const)).get('Names');
  return isArray(all) ? all.filter(isString).map(decodeText) : [];
}

test('names are sorted by the bytes that they are written in, not by their letters', () => {
  expect(namesOf('b', 'aé', 'a', 'B')).toEqual(['B', 'a', 'b', 'aé']);
});

test('a name that is there twice is refused', () => {
  expect(() => namesOf('a.csv', 'b.csv', 'a.csv')).toThrow('two objects have the name "a.csv"');
});
