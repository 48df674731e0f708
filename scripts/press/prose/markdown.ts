import type { Root } from 'mdast';
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
}

/** Parses markdown: CommonMark, GFM and directives. Any text is markdown, so this cannot fail. */
export function parseMarkdown(markdown: string): Root {
  const tree = parser.parse(markdown);
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
