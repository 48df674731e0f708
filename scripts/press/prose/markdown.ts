import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { directiveSyntax } from './directive-syntax.ts';
import { partEscapes } from './part-escapes.ts';

const parser = unified()
  .use(remarkParse)
  .use(partEscapes)
  .use(remarkGfm, { singleTilde: false })
  .use(directiveSyntax)
  .freeze();

declare module 'mdast' {
  interface ImageData {
    /** Whether its alternative text holds no marks: what looks like one was escaped. */
    readonly isLiteral?: boolean;
  }
  interface ParagraphData {
    /** Whether it holds the words of what is nested too deep to print. */
    readonly isFlattened?: boolean;
  }
}

/** So deep quotations, lists and marks print within each other; a reader is lost long before, and so is the browser. */
export const deepest = 100;

/** Parses markdown: CommonMark, GFM and directives. Any text is markdown, so this cannot fail. */
export function parseMarkdown(markdown: string): Root {
  const tree = parser.parse(markdown);
  flatten(tree);
  // The parser gives alternative text without its marks: a fact in it would be its name.
  visit(tree, 'image', (image) => {
    const source = markdown.slice(image.position?.start.offset, image.position?.end.offset);
    const label = /^!\[((?:\\.|\[[^\]]*\]|[^\]])*)\]/s.exec(source)?.[1];
    const isMarked = label !== undefined && /(?<!\\):(?:fact|claim)\[/.test(label);
    if (isMarked) image.alt = label.replace(/\s+/g, ' ');
    else image.data = { ...image.data, isLiteral: true };
  });
  return tree;
}

/** Makes one paragraph of what is nested deeper. Nothing here calls itself: such a tree is deeper than the stack. */
function flatten(tree: Root): void {
  const left: { readonly node: Nodes; readonly depth: number }[] = [{ node: tree, depth: 0 }];
  for (let next = left.pop(); next; next = left.pop()) {
    const { node, depth } = next;
    if (depth < deepest && 'children' in node) {
      for (const child of node.children) left.push({ node: child, depth: depth + 1 });
    } else if (node.type === 'blockquote' || node.type === 'listItem') {
      const { position } = node;
      const text = { type: 'text' as const, value: wordsIn(node), ...(position && { position }) };
      const data = { isFlattened: true };
      node.children = [{ type: 'paragraph', children: [text], data, ...(position && { position }) }];
    } else if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete' || node.type === 'link') {
      node.children = [{ type: 'text', value: wordsIn(node), ...(node.position && { position: node.position }) }];
    }
  }
}

function wordsIn(node: Nodes): string {
  const words: string[] = [];
  const left: Nodes[] = [node];
  for (let next = left.pop(); next; next = left.pop()) {
    if ('value' in next) words.push(next.value);
    if ('children' in next) left.push(...next.children.toReversed());
  }
  return words.join(' ').trim();
}
