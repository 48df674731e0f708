import { type Box, joined } from '../content/geometry.ts';
import type { Reference } from '../file/objects.ts';
import { type AnnotationKid, type Element, type Kid, withKids } from '../structure/element.ts';
import { type TextReader, textUnder } from '../text/text-reader.ts';
import type { Rule } from './rule.ts';

/** Links hold their annotations themselves (ISO 14289-1, 7.18.5), after what tags in them held them. */
export const holdAnnotations: Rule = {
  types: ['Link'],
  repair: (link) => withKids(link, link.kids.flatMap(withAnnotationsLast)),
};

function withAnnotationsLast(kid: Kid): readonly Kid[] {
  const annotations = annotationsIn(kid);
  return kid.kind !== 'element' || annotations.length === 0 ? [kid] : [...withoutAnnotations(kid), ...annotations];
}

function annotationsIn(kid: Kid): readonly AnnotationKid[] {
  if (kid.kind !== 'element' || kid.type === 'Link') return [];
  return kid.kids.flatMap((own) => (own.kind === 'annotation' ? [own] : annotationsIn(own)));
}

/** A tag without annotations; nothing, where it held nothing else. */
function withoutAnnotations(tag: Element): readonly Element[] {
  const kids = tag.kids.flatMap((kid): readonly Kid[] => {
    if (kid.kind === 'annotation') return [];
    return kid.kind === 'element' && kid.type !== 'Link' ? withoutAnnotations(kid) : [kid];
  });
  return kids.length === 0 ? [] : [{ ...tag, kids }];
}

/** A link to a place that does not exist is none: its words stay. */
export const dropLooseLinks: Rule = {
  types: ['Link'],
  repair: (link) => (link.kids.some(({ kind }) => kind === 'annotation') ? link : link.kids),
};

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

/**
 * Says of each link in words what it is (ISO 14289-1, 7.18.5): by its label where it has one, else by its text, and the
 * address that it leads to where the text is another.
 *
 * @param addressOf the address that an annotation leads to; undefined within the document
 */
export function describeLinks(textOf: TextReader, addressOf: (annotation: Reference) => string | undefined): Rule {
  return {
    types: ['Link'],
    repair(link): Element {
      const label = link.identity?.label;
      const text = label ?? (textUnder(link, textOf) || altUnder(link));
      const kids = link.kids.map((kid): Kid => {
        if (kid.kind !== 'annotation') return kid;
        const address = label === undefined ? addressOf(kid.annotation) : undefined;
        const parts = [text, ...(address === undefined || address === text ? [] : [address])];
        return { ...kid, description: parts.filter((part) => part !== '').join(', ') };
      });
      return { ...link, kids };
    },
  };
}

/** What a link around a picture says. */
function altUnder({ kids, attributes }: Element): string {
  return attributes.alt ?? kids.map((kid) => (kid.kind === 'element' ? altUnder(kid) : '')).join('');
}
