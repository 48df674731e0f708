import { type Element, element, type Kid } from '../structure/element.ts';
import { rebuild } from '../structure/rebuild.ts';
import { withoutOnlyParagraph } from './only-paragraph.ts';

/** Lists as ISO 32000-1, 14.8.4.3.3, has them: an `L` of `LI`, each of an `Lbl`, where it has a label, and an `LBody`. */
export function completeLists(document: Element): Element {
  return rebuild(document, (list): readonly Kid[] => {
    if (list.type !== 'L') return [list];
    return [{ ...list, kids: list.kids.map((kid) => completed(isEntry(kid) ? kid : element('LI', [kid]))) }];
  });
}

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
