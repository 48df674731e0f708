import type { Element, Kid } from './element.ts';

/** Visits all that an element holds, and what its kids hold, each with the element that holds it: in reading order. */
export function eachKid(element: Element, visit: (kid: Kid, holder: Element) => void): void {
  for (const kid of element.kids) {
    visit(kid, element);
    if (kid.kind === 'element') eachKid(kid, visit);
  }
}
