import { type Element, element, type Kid, withKids } from '../structure/element.ts';
import type { Rule } from './rule.ts';

/** Lists as ISO 32000-1, 14.8.4.3.3, has them: an `L` of `LI`, each of an `Lbl`, where it has a label, and an `LBody`. */
export const completeLists: Rule = {
  types: ['L', 'LI'],
  repair(tag): Element {
    if (tag.type === 'LI') return completedEntry(tag);
    return withKids(
      tag,
      tag.kids.map((kid) => (isEntry(kid) ? kid : completedEntry(element('LI', [kid])))),
    );
  },
};

function completedEntry(entry: Element): Element {
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

/** A table of contents (ISO 32000-1, 14.8.4.2): a `TOC` of `TOCI`, each a `Reference` to its place. */
export const tagContents: Rule = {
  types: ['Sect', 'Div', 'Aside'],
  repair: (tag) => (tag.identity?.role === 'doc-toc' ? { ...tag, kids: tag.kids.map(withContents) } : tag),
};

function withContents(kid: Kid): Kid {
  return kid.kind === 'element' && kid.type === 'L' ? tableOfContents(kid) : kid;
}

function tableOfContents(list: Element): Element {
  const { numbering: _, ...attributes } = list.attributes;
  return { ...list, type: 'TOC', attributes, kids: list.kids.map(contentsEntry) };
}

function contentsEntry(kid: Kid): Kid {
  if (kid.kind !== 'element') return kid;
  const kids = kid.kids.flatMap((part) => (part.kind === 'element' && part.type === 'LBody' ? part.kids : [part]));
  return { ...kid, type: 'TOCI', kids: kids.map(contentsReference) };
}

function contentsReference(kid: Kid): Kid {
  if (kid.kind !== 'element') return kid;
  return kid.type === 'Link' ? element('Reference', [kid]) : withContents(kid);
}

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

/** What a label's body, a cell or a caption holds: a paragraph that is all of it needs no tag of its own. */
export function withoutOnlyParagraph(kids: readonly Kid[]): readonly Kid[] {
  const [only] = kids;
  return kids.length === 1 && only?.kind === 'element' && only.type === 'P' ? only.kids : kids;
}
