import type { AnnotationKid, Element, Kid } from '../structure/element.ts';
import { withKids } from '../structure/with-kids.ts';
import type { Rule } from './rule.ts';

/** Links hold their annotations themselves (ISO 14289-1, 7.18.5), after what tags in them held them. */
export const holdAnnotations: Rule = {
  types: ['Link'],
  repair: (link) => withKids(link, link.kids.flatMap(held)),
};

function held(kid: Kid): readonly Kid[] {
  const annotations = annotationsIn(kid);
  return kid.kind !== 'element' || annotations.length === 0 ? [kid] : [...without(kid), ...annotations];
}

function annotationsIn(kid: Kid): readonly AnnotationKid[] {
  if (kid.kind !== 'element' || kid.type === 'Link') return [];
  return kid.kids.flatMap((own) => (own.kind === 'annotation' ? [own] : annotationsIn(own)));
}

/** A tag without annotations; nothing, where it held nothing else. */
function without(tag: Element): readonly Element[] {
  const kids = tag.kids.flatMap((kid): readonly Kid[] => {
    if (kid.kind === 'annotation') return [];
    return kid.kind === 'element' && kid.type !== 'Link' ? without(kid) : [kid];
  });
  return kids.length === 0 ? [] : [{ ...tag, kids }];
}
