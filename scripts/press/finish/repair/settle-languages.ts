import type { Element, Kid } from '../structure/element.ts';
import { withKids } from '../structure/with-kids.ts';

/** Leaves a language at the elements where it changes: what is in that around it does not say so. */
export function settleLanguages(document: Element, language: string): Element {
  const { kids, attributes } = settled(document, language);
  return { ...document, kids, attributes: { ...attributes, language } };
}

function settled(element: Element, around: string): Element {
  const { language = around, ...others } = element.attributes;
  const kids = element.kids.map((kid): Kid => (kid.kind === 'element' ? settled(kid, language) : kid));
  const same = withKids(element, kids);
  if (element.attributes.language === undefined) return same;
  return { ...same, attributes: language === around ? others : { ...others, language } };
}
