import type { Mark } from '../content/pages.ts';
import { eachKid } from './each-kid.ts';
import type { Element } from './element.ts';

/** All marked content of an element and of those within it, in reading order. */
export function marksUnder(element: Element): readonly Mark[] {
  const marks: Mark[] = [];
  eachKid(element, (kid) => {
    if (kid.kind === 'content') marks.push(kid.mark);
  });
  return marks;
}
