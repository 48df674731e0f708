import type { Element, Kid } from '../structure/element.ts';
import { isDrawn } from '../structure/kinds.ts';
import { withKids } from '../structure/with-kids.ts';

/** Takes out what decorates: Chromium tags borders and grounds as content of what they stand around. */
export function dropDecorations(element: Element): Element {
  if (isDrawn(element.type)) return element;
  const kids = element.kids.flatMap((kid): readonly Kid[] => {
    if (kid.kind === 'element') return [dropDecorations(kid)];
    return kid.kind === 'content' && kid.mark.units.every(({ paint }) => paint === 'path') ? [] : [kid];
  });
  return withKids(element, kids);
}
