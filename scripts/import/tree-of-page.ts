import type { Element, Root as Page } from 'hast';
import { type Handle, toMdast } from 'hast-util-to-mdast';
import { toString as textOf } from 'hast-util-to-string';
import type { Paragraph, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { ReadText } from './manuscript.ts';
import { markNotes } from './mark-notes.ts';
import { scriptSigns } from './script-signs.ts';

/** Classes by which a program marks the title, and lines of its list of contents. */
const titles: ReadonlySet<string> = new Set(['manuscript-title', 'MsoTitle']);
const contents = /^(?:manuscript-contents|MsoToc(?:Heading|\d))$/;

const handlers: Readonly<Record<string, Handle>> = {
  'note-call': (_state, node) => ({ type: 'footnoteReference', identifier: nameOf(node), label: nameOf(node) }),
  'note-text': (state, node) => ({
    type: 'footnoteDefinition',
    identifier: nameOf(node),
    label: nameOf(node),
    children: state.toFlow(state.all(node)) as Paragraph[],
  }),
  // Tracked changes: what was taken out stays out.
  del: () => undefined,
  dialog: (state, node) => state.toFlow(state.all(node)),
  sup: (state, node) => inDigits(node, 'superscript') ?? state.all(node),
  sub: (state, node) => inDigits(node, 'subscript') ?? state.all(node),
};

/**
 * Reads a page of HTML: what it says and how it is set, without scripts and styles. The paragraph that Word marks
 * as its title is told apart; the list of contents is left out, for the press makes its own.
 */
export function treeOfPage(page: Page): ReadText {
  let title: Element | undefined;
  let listed = 0;
  visit(page, 'element', (element, index, parent) => {
    if (!parent || index === undefined) return undefined;
    const classes = [element.properties.className].flat().map(String);
    const isParagraph = element.tagName === 'p';
    if (element.tagName === 'table') return hoistCaption(element, parent, index);
    if (element.tagName === 'menu') element.tagName = 'ul';
    if (isParagraph && classes.some((name) => titles.has(name)) && !title) title = element;
    else if (isParagraph && classes.some((name) => contents.test(name))) listed += 1;
    // The heading that remark gives the notes of a page by itself.
    else if (element.properties.id !== 'footnote-label') return undefined;
    parent.children.splice(index, 1);
    return [SKIP, index];
  });
  const tree = written(markNotes(page));
  const [head] = title ? written({ type: 'root', children: [{ ...title, tagName: 'p' }] }).children : [];
  const left = `the list of contents (${listed} ${listed === 1 ? 'line' : 'lines'}) was left out: the press makes its own`;
  return {
    title: head?.type === 'paragraph' ? head : undefined,
    tree,
    notices: listed > 0 ? [left] : [],
    remarks: [],
  };
}

function written(page: Page): Root {
  const tree = toMdast(page, { handlers, nodeHandlers: { comment: () => undefined }, document: true });
  return tree.type === 'root' ? tree : { type: 'root', children: [] };
}

/** A caption stands before its table as a paragraph: markdown's tables have none. */
function hoistCaption(table: Element, parent: { children: unknown[] }, index: number): undefined {
  const caption = table.children.find((child) => child.type === 'element' && child.tagName === 'caption');
  if (caption?.type !== 'element') return undefined;
  table.children = table.children.filter((child) => child !== caption);
  parent.children.splice(index, 0, { ...caption, tagName: 'p' });
  return undefined;
}

function nameOf(node: Element): string {
  return String(node.properties.name);
}

function inDigits(node: Element, script: 'superscript' | 'subscript'): { type: 'text'; value: string } | undefined {
  const value = scriptSigns(textOf(node), script);
  return value === undefined ? undefined : { type: 'text', value };
}
