import type { Element, Kid } from './element.ts';
import { withKids } from './with-kids.ts';

/**
 * Rebuilds a tree from its leaves up. The root stays what it is.
 *
 * @param change gives what stands in the place of an element, whose kids are rebuilt already
 */
export function rebuild(document: Element, change: (element: Element) => readonly Kid[]): Element {
  const rebuilt = (parent: Element): Element => {
    const kids: Kid[] = [];
    for (const kid of parent.kids) {
      if (kid.kind === 'element') kids.push(...change(rebuilt(kid)));
      else kids.push(kid);
    }
    return withKids(parent, kids);
  };
  return rebuilt(document);
}
