import type { Element, Kid } from '../structure/element.ts';
import { rebuild } from '../structure/rebuild.ts';

/** A cell keeps its column, whether it says something or not. */
const kept: ReadonlySet<string> = new Set(['TD', 'TH']);

/** Takes out tags that hold nothing, and links that lead nowhere, whose words stay. */
export function dropEmpty(document: Element): Element {
  return rebuild(document, (tag): readonly Kid[] => {
    if (tag.kids.length === 0 && !kept.has(tag.type)) return [];
    const leads = tag.type !== 'Link' || tag.kids.some(({ kind }) => kind === 'annotation');
    return leads ? [tag] : tag.kids;
  });
}
