import type { Element, Kid } from './element.ts';

/** An element with these kids: itself, where they are the ones that it has, so that stages copy only what they change. */
export function withKids(element: Element, kids: readonly Kid[]): Element {
  const before = element.kids;
  if (kids.length === before.length) {
    let i = 0;
    while (i < kids.length && kids[i] === before[i]) i += 1;
    if (i === kids.length) return element;
  }
  return { ...element, kids };
}
