import type { Element, ElementContent, Root as HastRoot, RootContent } from 'hast';
import { defaultSchema, type Schema, sanitize } from 'hast-util-sanitize';
import { toString as textOf } from 'hast-util-to-string';
import type { Nodes, Root } from 'mdast';
import { type Handlers, toHast } from 'mdast-util-to-hast';
import { visit } from 'unist-util-visit';
import { placeText } from '../diagnostics/diagnostic.ts';
import type { PlaceOf, ProseContext } from './context.ts';
import { directiveHandlers } from './directives.ts';
import { parseMarkdown } from './markdown.ts';
import { markHandlers } from './marks.ts';
import type { Phrasing } from './prose.ts';
import { reportSlips } from './report-slips.ts';

/** What text may become. Handlers never make anything else; this holds even if one has a fault. */
const schema: Schema = {
  ...defaultSchema,
  clobberPrefix: '',
  tagNames: [...(defaultSchema.tagNames ?? []), 'cite'],
  attributes: {
    ...defaultSchema.attributes,
    a: ['href', 'id', 'className', 'ariaLabel', ['role', 'doc-noteref']],
    div: ['dataPlaced', 'dataFailed', 'dataSource'],
    img: ['src', 'alt'],
    ol: ['start'],
    td: ['align'],
    th: ['align'],
    span: [['className', 'fact', 'claim', 'whole'], 'dataFact', 'dataCites', 'dataFailed', 'dataSource'],
    sup: [['className', 'note-call']],
    input: ['checked', ['type', 'checkbox'], ['disabled', true]],
    '*': ['id', 'lang', ['dir', 'auto']],
  },
  protocols: { href: ['http', 'https', 'mailto'], src: [] },
};

/** Blocks that carry their place in the author's file into the page. */
const blocks: ReadonlySet<string> = new Set([
  ...['p', 'h2', 'h3', 'h4', 'h5', 'h6', 'ul', 'ol', 'li', 'blockquote', 'pre', 'table', 'tr', 'td', 'th', 'img'],
]);

/** Turns markdown into hypertext, resolving facts, citations and references on the way, in reading order. */
export function writeHast(tree: Root, placeOf: PlaceOf, context: ProseContext): HastRoot {
  const handlers: Handlers = { ...markHandlers(placeOf, context), ...directiveHandlers(placeOf, context) };
  const whole = { ...tree, children: [...tree.children, ...context.section.definitions] };
  const written = sanitize(toHast(whole, { handlers }), schema);
  const root: HastRoot = written.type === 'root' ? written : { type: 'root', children: [written as RootContent] };
  visit(root, 'element', (element, index, parent) => {
    if (element.tagName === 'input') asSign(element);
    if (element.tagName === 'td' || element.tagName === 'th') fillEmpty(element);
    if (isCall(element) && parent && index !== undefined) {
      const gap = gapAfter(parent.children[index - 1]);
      if (gap !== '') element.children.unshift({ type: 'text', value: gap });
    }
    if (!blocks.has(element.tagName) || !element.position) return;
    element.properties.dataSource = placeText(placeOf(element));
  });
  return root;
}

/** What can be ticked on a screen is a sign in print, which can be read aloud. */
function asSign(input: Element): void {
  const sign = input.properties.checked ? '☑' : '☐';
  Object.assign(input, { tagName: 'span', properties: {}, children: [{ type: 'text', value: sign }] });
}

/** Chromium (153) leaves an empty cell out of its row, so that the cells after it lose their column. */
function fillEmpty(cell: Element): void {
  if (cell.children.length === 0) cell.children.push({ type: 'text', value: '\u00a0' });
}

/** Turns markdown that must fit a line (a title, a caption) into hypertext. Blocks in it are reported. */
export function writePhrasing(markdown: string, placeOf: PlaceOf, context: ProseContext): Phrasing {
  const tree = parseMarkdown(markdown);
  const placeAt = (offset: number) => {
    const point = { line: 1, column: 1, offset };
    return placeOf({ position: { start: point, end: point } });
  };
  reportSlips({ tree, markdown, placeAt }, context);
  const [only] = tree.children;
  if (tree.children.length !== 1 || only?.type !== 'paragraph') {
    if (tree.children.length > 0) {
      context.report({
        rule: 'directive-shape',
        place: placeOf({ position: undefined }),
        message: `"${markdown.split('\n')[0]}" is more than a line of text`,
        cure: 'write one paragraph without list, heading or table',
      });
    }
    return [{ type: 'text', value: markdown }];
  }
  return phrasingOf({ type: 'root', children: only.children }, placeOf, context);
}

/** Turns the inner words of a node into hypertext. */
export function phrasingOf(node: Nodes, placeOf: PlaceOf, context: ProseContext): Phrasing {
  const children = 'children' in node ? node.children : [];
  const root = writeHast({ type: 'root', children: children as Root['children'] }, placeOf, context);
  return root.children.filter(isContent).filter((child) => child.type !== 'text' || child.value !== '\n');
}

/** What stands between the call of a note and what is before it: 1 and 2 are not read as 12, nor 2020 and 3 as 20203. */
function gapAfter(before: RootContent | undefined): string {
  if (before === undefined) return '';
  if (isCall(before)) return ', ';
  return /\p{Nd}$/u.test(textOf(before)) ? '\u00a0' : '';
}

/** Whether this is the call of a note. */
function isCall(node: RootContent | undefined): boolean {
  return node?.type === 'element' && node.tagName === 'sup';
}

function isContent(node: RootContent): node is ElementContent {
  return node.type === 'element' || node.type === 'text';
}
