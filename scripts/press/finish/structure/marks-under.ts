import type { Mark } from '../pages/page-stream.ts';
import type { Element } from './element.ts';

/** All marked content of an element and of those within it, in reading order. */
export function marksUnder(element: Element): readonly Mark[] {
  const marks: Mark[] = [];
  const visit = ({ kids }: Element): void => {
    for (const kid of kids) {
      if (kid.kind === 'element') visit(kid);
      else if (kid.kind === 'content') marks.push(kid.mark);
    }
  };
  visit(element);
  return marks;
}
