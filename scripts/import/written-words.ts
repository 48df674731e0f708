import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { wordsOf } from './words-of.ts';

/** The words of sections as the press reads them, without what they place. */
export function writtenWords(markdowns: readonly string[]): readonly string[] {
  return wordsOf({
    type: 'root',
    children: markdowns.flatMap((markdown) => proseOf(parseMarkdown(markdown)).children),
  });
}

/** A section without what it places. */
function proseOf(tree: Root): Root {
  const children = tree.children.filter(
    (node) =>
      node.type !== 'leafDirective' &&
      node.type !== 'containerDirective' &&
      !(node.type === 'footnoteDefinition' && node.identifier.startsWith('kept-')),
  );
  const prose: Root = { type: 'root', children };
  // A directive or HTML in a line would be one that was not escaped: its words are missed, and so it is found.
  visit(prose, 'html', (node) => {
    node.value = '';
  });
  return prose;
}
