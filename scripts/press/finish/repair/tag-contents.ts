import { type Element, element, type Kid } from '../structure/element.ts';
import type { Rule } from './rule.ts';

/** A table of contents (ISO 32000-1, 14.8.4.2): a `TOC` of `TOCI`, each a `Reference` to its place. */
export const tagContents: Rule = {
  types: ['Sect', 'Div', 'Aside'],
  repair: (tag) => (tag.identity?.role === 'doc-toc' ? { ...tag, kids: tag.kids.map(listed) } : tag),
};

function listed(kid: Kid): Kid {
  return kid.kind === 'element' && kid.type === 'L' ? contents(kid) : kid;
}

function contents(list: Element): Element {
  const { numbering: _, ...attributes } = list.attributes;
  return { ...list, type: 'TOC', attributes, kids: list.kids.map(entry) };
}

function entry(kid: Kid): Kid {
  if (kid.kind !== 'element') return kid;
  const kids = kid.kids.flatMap((part) => (part.kind === 'element' && part.type === 'LBody' ? part.kids : [part]));
  return { ...kid, type: 'TOCI', kids: kids.map(reference) };
}

function reference(kid: Kid): Kid {
  if (kid.kind !== 'element') return kid;
  return kid.type === 'Link' ? element('Reference', [kid]) : listed(kid);
}
