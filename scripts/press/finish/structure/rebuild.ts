import type { Element, Kid } from './element.ts';

/**
 * Rebuilds a tree from its leaves up. The root stays what it is.
 *
 * @param change gives what stands in the place of an element, whose kids are rebuilt already
 */
export function rebuild(document: Element, change: (element: Element, parent: Element) => readonly Kid[]): Element {
  const kidsOf = (parent: Element): readonly Kid[] =>
    parent.kids.flatMap((kid) => (kid.kind === 'element' ? change({ ...kid, kids: kidsOf(kid) }, parent) : [kid]));
  return { ...document, kids: kidsOf(document) };
}
