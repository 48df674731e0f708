import { type Element, element, type Kid } from '../structure/element.ts';
import { withKids } from '../structure/with-kids.ts';
import { withoutOnlyParagraph } from './only-paragraph.ts';
import type { Rule } from './rule.ts';

/** Lists as ISO 32000-1, 14.8.4.3.3, has them: an `L` of `LI`, each of an `Lbl`, where it has a label, and an `LBody`. */
export const completeLists: Rule = {
  types: ['L', 'LI'],
  repair(tag): Element {
    if (tag.type === 'LI') return completed(tag);
    return withKids(
      tag,
      tag.kids.map((kid) => (isEntry(kid) ? kid : completed(element('LI', [kid])))),
    );
  },
};

function completed(entry: Element): Element {
  const body = entry.kids.filter((kid) => !isLabel(kid));
  const bodies = body.length === 0 ? [] : [element('LBody', withoutOnlyParagraph(body))];
  return { ...entry, kids: [...entry.kids.filter(isLabel), ...bodies] };
}

function isEntry(kid: Kid): kid is Element {
  return kid.kind === 'element' && kid.type === 'LI';
}

function isLabel(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'Lbl';
}
