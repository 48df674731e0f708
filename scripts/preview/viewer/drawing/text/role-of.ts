import type { TextBlock } from '../../model/page-text.ts';
import type { Tag } from './read-tags.ts';

/** Roles of WAI-ARIA 1.2 for structure types. */
const roles: Readonly<Record<string, string>> = {
  ...{ P: 'paragraph', BlockQuote: 'blockquote', L: 'list', LI: 'listitem', TOC: 'list', TOCI: 'listitem' },
  ...{
    Table: 'table',
    THead: 'rowgroup',
    TBody: 'rowgroup',
    TFoot: 'rowgroup',
    TR: 'row',
    TD: 'cell',
    Caption: 'caption',
  },
};

/**
 * What a tag is to somebody who hears the page.
 *
 * @param section the part of a table that it is in: THead, TBody; empty where it is in none
 */
export function roleOf({ type, alt }: Tag, section: string): Pick<TextBlock, 'role' | 'level' | 'alt'> {
  const [, level] = /^H(\d)$/.exec(type) ?? [];
  if (level !== undefined) return { role: 'heading', level: Number(level) };
  if (alt !== '') return { role: 'img', alt };
  if (type === 'TH') return { role: section === 'THead' ? 'columnheader' : 'rowheader' };
  const role = roles[type];
  return role === undefined ? {} : { role };
}
