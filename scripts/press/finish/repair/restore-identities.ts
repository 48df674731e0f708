import type { Identities } from '../identity/identity.ts';
import type { Element, Kid } from '../structure/element.ts';
import { rebuild } from '../structure/rebuild.ts';

/** Gives elements what the page knows of them, and their own language back, in whose place that was printed. */
export function restoreIdentities(document: Element, identities: Identities): Element {
  return rebuild(document, (element): readonly Kid[] => {
    const { language, ...others } = element.attributes;
    const identity = language === undefined ? undefined : identities.get(language);
    if (!identity) return [element];
    const own = identity.language;
    return [{ ...element, identity, attributes: own === undefined ? others : { ...others, language: own } }];
  });
}
