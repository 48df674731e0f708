import type { Element, Kid } from '../structure/element.ts';
import { withKids } from '../structure/with-kids.ts';
import type { Rule } from './rule.ts';

/**
 * A figure of HTML holds a picture, its caption, and more; Chromium makes a `Figure` of it as well as of the picture. A
 * program that reads the alternative text of a `Figure` leaves out all that is in it, so that only the picture is one, and
 * its caption stands beside it.
 */
export const groupFigures: Rule = {
  types: ['Figure'],
  repair(figure): Element {
    if (!figure.kids.some(holdsBlocks) && figure.attributes.alt !== undefined) {
      return withKids(figure, figure.kids.flatMap(contentOf));
    }
    const { alt: _, ...attributes } = figure.attributes;
    return figure.kids.some((kid) => kid.kind === 'element') ? { ...figure, type: 'Div', attributes } : figure;
  },
};

/** Whether a kid is more than a part of a picture. */
function holdsBlocks(kid: Kid): boolean {
  return (
    kid.kind === 'element' &&
    (['Figure', 'Caption', 'Table', 'P', 'L'].includes(kid.type) || kid.kids.some(holdsBlocks))
  );
}

function contentOf(kid: Kid): readonly Kid[] {
  return kid.kind === 'element' ? kid.kids.flatMap(contentOf) : [kid];
}
