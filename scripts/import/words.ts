import type { Nodes, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { bulletSigns } from './inline-list.ts';

/** Signs that begin an entry of a list: a list prints its own. */
const bullets = new RegExp(`[${bulletSigns}]`, 'gu');

/**
 * The words of a text in the order in which they are read, each note where it is first called, alternative texts of
 * pictures left out. Two texts that say the same have the same words, whatever their marks.
 */
export function wordsOf(tree: Root): readonly string[] {
  const notes = new Map(
    tree.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
  );
  const parts: string[] = [];
  const read = (node: Nodes): void => {
    if (node.type === 'footnoteReference') {
      const note = notes.get(node.identifier);
      notes.delete(node.identifier);
      if (note) {
        parts.push(' ');
        note.children.forEach(read);
        parts.push(' ');
      }
    } else if (node.type === 'break') parts.push(' ');
    else if ('value' in node) parts.push(node.value);
    else if ('children' in node && node.type !== 'footnoteDefinition') {
      node.children.forEach(read);
      if (!inline.has(node.type)) parts.push(' ');
    }
  };
  tree.children.forEach(read);
  for (const note of notes.values()) for (const child of note.children) read(child);
  return parts
    .join('')
    .replace(bullets, ' ')
    .split(/\s+/u)
    .filter((word) => word !== '');
}

const inline: ReadonlySet<string> = new Set(['strong', 'emphasis', 'delete', 'link', 'linkReference']);

/**
 * The words of sections as the press reads them, without what they place.
 *
 * @param tables what tables by name stand for, which the manuscript wrote in its text
 */
export function writtenWords(
  markdowns: readonly string[],
  tables: ReadonlyMap<string, readonly RootContent[]>,
): readonly string[] {
  const trees = markdowns.map((markdown) => proseOf(parseMarkdown(markdown), tables));
  return wordsOf({ type: 'root', children: trees.flatMap(({ children }) => children) });
}

/** A section without what it places. */
function proseOf(tree: Root, tables: ReadonlyMap<string, readonly RootContent[]>): Root {
  const children = tree.children.flatMap((node): readonly RootContent[] => {
    if (node.type === 'leafDirective') return node.name === 'table' ? (tables.get(textOf(node)) ?? []) : [];
    const isKept = node.type === 'footnoteDefinition' && node.identifier.startsWith('kept-');
    return node.type === 'containerDirective' || isKept ? [] : [node];
  });
  const prose: Root = { type: 'root', children };
  // HTML in a line would be some that was not escaped: its words are missed, and so it is found.
  visit(prose, 'html', (node) => {
    node.value = '';
  });
  return prose;
}

/** A run of a manuscript's words that its edition does not have in its place, with words around it. */
export interface LostWords {
  readonly words: string;
  readonly near: string;
}

/** Where what was written is not the manuscript word by word: its first difference; none where it is. */
export function lostWords(manuscript: readonly string[], written: readonly string[]): readonly LostWords[] {
  const at = manuscript.findIndex((word, index) => word !== written[index]);
  if (at < 0 && written.length === manuscript.length) return [];
  const place = at < 0 ? manuscript.length : at;
  const from = Math.max(0, place - 6);
  return [{ words: manuscript.slice(place, place + 6).join(' '), near: manuscript.slice(from, place).join(' ') }];
}
