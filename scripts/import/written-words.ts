import type { Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { wordsOf } from './words-of.ts';

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
