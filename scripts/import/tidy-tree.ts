import type { Heading, Link, List, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { splitInlineList } from './split-inline-list.ts';
import { tidyPhrasing, trimPhrasing } from './tidy-phrasing.ts';
import { tidyTable } from './tidy-table.ts';

/** A text that was set right, with sentences on what was left out of it. */
export interface Tidied {
  readonly tree: Root;
  readonly notices: readonly string[];
}

/**
 * Sets right what manuscripts get wrong: lists run together in a line, headings within lists, empty paragraphs, spaces in
 * bold, tables without heads, links that lead nowhere in print. Not a word is added or lost.
 */
export function tidyTree(tree: Root): Tidied {
  const notices = new Set<string>();
  const children = tidyBlocks(tree.children, 'top', (notice) => notices.add(notice));
  while (children.findLast(({ type }) => type !== 'footnoteDefinition')?.type === 'thematicBreak') {
    children.splice(
      children.findLastIndex(({ type }) => type === 'thematicBreak'),
      1,
    );
  }
  return { tree: { type: 'root', children }, notices: [...notices] };
}

type Say = (notice: string) => void;

function tidyBlocks(children: readonly RootContent[], level: 'top' | 'inner', say: Say): RootContent[] {
  const tidy = children.flatMap((node) => tidyBlock(node, level, say));
  const joined: RootContent[] = [];
  for (const node of tidy) {
    const last = joined.at(-1);
    // Entries that stood in paragraphs of their own are one list.
    if (node.type === 'list' && last?.type === 'list' && isRun(node) && isRun(last))
      last.children.push(...node.children);
    else joined.push(node);
  }
  return joined;
}

function isRun(list: List): boolean {
  return list.ordered !== true;
}

function tidyBlock(node: RootContent, level: 'top' | 'inner', say: Say): RootContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasing(node.children, say);
      return children.length === 0 ? [] : splitInlineList({ ...node, children });
    }
    case 'heading':
      return tidyHeading(node, level, say);
    case 'table':
      return tidyTable(withLinks(node, say)).flatMap((made) =>
        made.type === 'table' ? [made] : tidyBlock(made, level, say),
      );
    case 'blockquote':
    case 'listItem':
    case 'list':
    case 'footnoteDefinition': {
      const children = tidyBlocks(node.children, 'inner', say);
      return children.length === 0 ? [] : [{ ...node, children } as RootContent];
    }
    case 'text':
    case 'strong':
    case 'emphasis':
    case 'link':
    case 'image':
      return tidyBlock({ type: 'paragraph', children: [node] }, level, say);
    default:
      return [node];
  }
}

function tidyHeading(node: Heading, level: 'top' | 'inner', say: Say): RootContent[] {
  const line = node.children.map(
    (child): PhrasingContent => (child.type === 'break' ? { type: 'text', value: ' ' } : child),
  );
  const children = phrasing(line, say).map(
    (child): PhrasingContent =>
      child.type === 'text' ? { ...child, value: child.value.replace(/\s*\n\s*/g, ' ') } : child,
  );
  const pictures = children.filter(({ type }) => type === 'image');
  const words = children.filter(({ type }) => type !== 'image');
  const pictured: RootContent[] = pictures.length > 0 ? [{ type: 'paragraph', children: pictures }] : [];
  if (textOf({ type: 'paragraph', children: words }).trim() === '') return pictured;
  if (level === 'inner') return [{ type: 'paragraph', children: [{ type: 'strong', children: words }] }, ...pictured];
  // A heading is bold by itself.
  const plain = words.flatMap((child): PhrasingContent[] => (child.type === 'strong' ? child.children : [child]));
  return [{ ...node, children: trimPhrasing(tidyPhrasing(plain)) }, ...pictured];
}

function phrasing(children: readonly PhrasingContent[], say: Say): PhrasingContent[] {
  return trimPhrasing(tidyPhrasing(withLinks({ type: 'paragraph', children: [...children] }, say).children));
}

/** Links to places within the manuscript and to files of a machine become their words: in print they lead nowhere. */
function withLinks<Node extends Parents>(node: Node, say: Say): Node {
  const children = node.children.flatMap((child): RootContent[] => {
    const inner = 'children' in child ? withLinks(child, say) : child;
    if (inner.type !== 'link' || isAddress(inner)) return [inner];
    if (!inner.url.startsWith('#'))
      say(`the link "${inner.url}" was left out and its words kept: it is not an address that a reader can follow`);
    return inner.children;
  });
  return { ...node, children } as Node;
}

function isAddress({ url }: Link): boolean {
  return /^(https?:\/\/[^/\s]+|mailto:[^@\s]+@[^@\s]+)/.test(url);
}
