import type { Element, Kid } from '../structure/element.ts';

/** Leaves a language at the elements where it changes: what is in that around it does not say so. */
export function settleLanguages(document: Element, language: string): Element {
  const { kids, attributes } = settled(document, language);
  return { ...document, kids, attributes: { ...attributes, language } };
}

function settled(element: Element, around: string): Element {
  const { language = around, ...others } = element.attributes;
  return {
    ...element,
    attributes: language === around ? others : { ...others, language },
    kids: element.kids.map((kid): Kid => (kid.kind === 'element' ? settled(kid, language) : kid)),
  };
}
