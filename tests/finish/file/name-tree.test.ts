import { expect, test } from 'vitest';
import { nameTree } from '../../../scripts/press/finish/file/name-tree.ts';
import { isArray, isString } from '../../../scripts/press/finish/file/objects.ts';
import { decodeText } from '../../../scripts/press/finish/file/text-string.ts';

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
