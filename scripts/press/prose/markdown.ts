import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const parser = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkDirective).freeze();

/** Parses markdown: CommonMark, GFM and directives. Any text is markdown, so this cannot fail. */
export function parseMarkdown(markdown: string): Root {
  return parser.parse(markdown);
}
