import { type Box, joined } from '../content/geometry.ts';
import type { AnnotationKid, Element, Kid } from '../structure/element.ts';
import { withKids } from '../structure/with-kids.ts';
import type { Rule } from './rule.ts';

/** Parts of one line stand no further apart, in points. */
const gap = 3;

/**
 * Makes one annotation of those of a link that stand side by side on a line: Chromium writes one for each piece of text,
 * and each is a stop for the tab key.
 */
export const joinLinks: Rule = {
  types: ['Link'],
  repair(link): Element {
    const kids: Kid[] = [];
    for (const kid of link.kids) {
      const last = kids.at(-1);
      const isNext = kid.kind === 'annotation' && last?.kind === 'annotation' && isBeside(last, kid);
      const box = isNext ? joined(last.box, kid.box) : undefined;
      if (isNext && box) kids[kids.length - 1] = { ...last, box };
      else kids.push(kid);
    }
    return withKids(link, kids);
  },
};

function isBeside(one: AnnotationKid, other: AnnotationKid): boolean {
  return one.page.number === other.page.number && isOnLine(one.box, other.box) && gapBetween(one.box, other.box) < gap;
}

function isOnLine(one: Box, other: Box): boolean {
  const shared = Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom);
  return shared > 0.7 * Math.min(one.top - one.bottom, other.top - other.bottom);
}

function gapBetween(one: Box, other: Box): number {
  return Math.max(one.left, other.left) - Math.min(one.right, other.right);
}
