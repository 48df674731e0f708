import type { Nodes, Root } from 'mdast';
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
      // A note that says nothing has no call in print.
      note?.children.forEach(read);
    } else if (node.type === 'break') parts.push(' ');
    else if ('value' in node) parts.push(node.value);
    else if ('children' in node && node.type !== 'footnoteDefinition') {
      const isBlock = !inline.has(node.type);
      if (isBlock) parts.push(' ');
      node.children.forEach(read);
      if (isBlock) parts.push(' ');
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
