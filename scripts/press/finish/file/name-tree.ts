import { type Dictionary, dictionary, type PdfObject } from './objects.ts';
import { textString } from './text-string.ts';

/**
 * A name tree of one node (ISO 32000-1, 7.9.6), sorted by the bytes of its names.
 *
 * @throws Error when two of them have one name
 */
export function nameTree(entries: Iterable<readonly [name: string, value: PdfObject]>): Dictionary {
  const named = Array.from(entries, ([name, value]) => ({ name: textString(name), value }));
  const sorted = named.toSorted((one, other) => (one.name.bytes < other.name.bytes ? -1 : 1));
  const twice = sorted.find(({ name }, index) => name.bytes === sorted[index + 1]?.name.bytes);
  if (twice) throw new Error(`two objects have the name "${twice.name.bytes}"`);
  return dictionary({ Names: sorted.flatMap(({ name, value }) => [name, value]) });
}
