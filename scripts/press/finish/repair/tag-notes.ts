import { type Element, element, type Kid } from '../structure/element.ts';
import type { Rule } from './rule.ts';

/**
 * Endnotes and their calls (ISO 32000-1, 14.8.4.4; ISO 14289-1, 7.9): a `Note` with an id in the body of its list entry,
 * the link back as the entry's label where it comes first, and a `Reference` around each call.
 */
export function tagNotes(): Rule {
  let count = 0;
  return {
    types: ['LI', 'Link'],
    repair(tag): Element {
      const role = tag.identity?.role;
      if (tag.type === 'Link') return role === 'doc-noteref' ? element('Reference', [tag]) : tag;
      if (role !== 'doc-endnote') return tag;
      count += 1;
      return withNote(tag, tag.identity?.id ?? `note-${count}`);
    },
  };
}

function withNote(entry: Element, id: string): Element {
  const labels = entry.kids.filter(({ kind }) => kind === 'element').filter((kid) => !isBody(kid));
  const body = entry.kids.flatMap((kid) => (isBody(kid) ? kid.kids : []));
  const [first, ...rest] = body;
  const isLabelled = labels.length === 0 && first !== undefined && isLinkBack(first);
  const note = element('Note', isLabelled ? rest : body, { id });
  return { ...entry, kids: [...(isLabelled ? [element('Lbl', [first])] : labels), element('LBody', [note])] };
}

function isBody(kid: Kid): kid is Element {
  return kid.kind === 'element' && kid.type === 'LBody';
}

function isLinkBack(kid: Kid): boolean {
  return kid.kind === 'element' && kid.type === 'Link' && kid.identity?.role === 'doc-backlink';
}
