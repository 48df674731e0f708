import type { Delete, ListItem, PhrasingContent, Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { parseMarkdown } from '../../press/prose/markdown.ts';
import { tidyPhrasing } from '../structure/phrasing.ts';

/** Struck words between two tildes: one alone, which mdast-util-gfm-strikethrough 2.1 tries within bold, is text here. */
const struck: Handle = Object.assign(
  (node: Delete, _: unknown, state: Parameters<Handle>[2], info: Parameters<Handle>[3]) =>
    `~~${state.containerPhrasing(node, { ...info, before: '~', after: '~' })}~~`,
  {
    peek: () => '~',
    attention: () => ({ construct: 'strikethrough', markers: ['~'], sizes: [2] }),
  },
);

const options: Options = {
  bullet: '-',
  emphasis: '*',
  rule: '-',
  listItemIndent: 'one',
  resourceLink: true,
  unsafe: [
    { atBreak: true, character: ':', after: ':' },
    { atBreak: true, character: '|' },
    // “[^note]:” at the beginning of a line would be the note itself.
    { before: '\\]', character: ':', inConstruct: 'phrasing' },
    // “@name” may be the name of a source, and would be reported as a citation of no source.
    { character: '@', after: '[a-z0-9]', inConstruct: 'phrasing' },
    // “www.” begins a link, in which a backslash would be a part of the address.
    { before: '[Ww]{3}', character: '.', inConstruct: 'phrasing' },
    // mdast-util-directive 3.2 knows only letters of English, and lets them pass behind another sign that is escaped;
    // micromark-extension-directive 4.0 begins a name with any letter or digit, and with a tab.
    { character: ':', after: '[^ \\n!-/:-@\\[-`{-~]', inConstruct: 'phrasing' },
  ],
  extensions: [gfmToMarkdown({ tablePipeAlign: false }), directiveToMarkdown(), { handlers: { delete: struck } }],
};

/**
 * Writes a text as markdown that the press reads as the same text: what would be a directive, a fact, a citation, HTML or
 * the call of a note is escaped. Marks that CommonMark has no way to write side by side give way to their words.
 */
export function writeMarkdown(tree: Root): string {
  return toMarkdown(writable(tree), options);
}

/** A tree whose lines are read again as they are. */
function writable<Node extends Root | Root['children'][number]>(node: Node): Node {
  if (!('children' in node)) return node;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell')
    return { ...node, children: writableLine(node.children) };
  const children = node.children.map((child) => writable(child));
  return (node.type === 'listItem' ? { ...node, children, spread: !isTight(node) } : { ...node, children }) as Node;
}

/**
 * Whether the blocks of an entry need no empty line between them: a paragraph, and lists that may interrupt it. Anything else
 * would be read as the paragraph's next line.
 */
function isTight({ children }: ListItem): boolean {
  const [first, ...rest] = children;
  const interrupts = (list: ListItem['children'][number]) =>
    list.type === 'list' &&
    (list.ordered !== true || (list.start ?? 1) === 1) &&
    list.children.every((item) => item.children[0]?.type === 'paragraph' && isTight(item));
  return first?.type === 'paragraph' && rest.length <= 1 && rest.every(interrupts);
}

type Mark = 'delete' | 'emphasis' | 'strong' | 'inlineCode';

/** Marks in the order in which they give way: struck words are rare, bold ones catch the eye. */
const givingWay: readonly Mark[] = ['delete', 'emphasis', 'inlineCode', 'strong'];

function writableLine(line: readonly PhrasingContent[]): PhrasingContent[] {
  const marked = line.some((node) => 'children' in node || node.type === 'inlineCode');
  if (!marked || isReadAgain(line)) return [...line];
  const tried = givingWay.map((_, index) => withoutMarks(line, givingWay.slice(0, index + 1)));
  return tried.find(isReadAgain) ?? tried.at(-1) ?? [...line];
}

function withoutMarks(line: readonly PhrasingContent[], marks: readonly Mark[]): PhrasingContent[] {
  const plain = line.flatMap((node): PhrasingContent[] => {
    if (node.type === 'inlineCode' && marks.includes(node.type)) return [{ type: 'text', value: node.value }];
    if (!('children' in node)) return [node];
    const children = withoutMarks(node.children, marks);
    return marks.includes(node.type as Mark) ? children : [{ ...node, children } as PhrasingContent];
  });
  return tidyPhrasing(plain);
}

/** Whether a line, written and read, has the same words under the same marks. */
function isReadAgain(line: readonly PhrasingContent[]): boolean {
  const written = toMarkdown({ type: 'root', children: [{ type: 'paragraph', children: [...line] }] }, options);
  const [read, ...more] = parseMarkdown(`${written}\n${notesOf(line)}`).children;
  const others = more.filter(({ type }) => type !== 'footnoteDefinition');
  return read?.type === 'paragraph' && others.length === 0 && outline(read.children) === outline(line);
}

/** Definitions without which a call is no call. */
function notesOf(line: readonly PhrasingContent[]): string {
  return line
    .map((node) => {
      if (node.type === 'footnoteReference') return `\n[^${node.identifier}]: x\n`;
      return 'children' in node ? notesOf(node.children) : '';
    })
    .join('');
}

/** A line as its words with the marks around them, in one string. */
function outline(line: readonly PhrasingContent[]): string {
  const words = line.map((node): string => {
    if (node.type === 'text') return node.value;
    if (node.type === 'break') return '\n';
    if (node.type === 'footnoteReference' || node.type === 'image') return `[${node.type}]`;
    // An address in the text is a link by itself.
    if (node.type === 'link' && /^(?:https?:\/\/|mailto:)?$/.test(node.url.replace(textOf(node), '')))
      return textOf(node);
    if (node.type === 'inlineCode') return `[inlineCode ${node.value.trim()}]`;
    return 'children' in node ? `[${node.type} ${outline(node.children)}]` : `[${node.type}]`;
  });
  return words.join('').replace(/\s+/gu, ' ').trim();
}

/** A line for a YAML file whose texts may hold marks: as it is where it reads the same, else with its signs escaped. */
export function phraseOf(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim();
  const [only, ...more] = parseMarkdown(line).children;
  const plain = only?.type === 'paragraph' && more.length === 0 && only.children.every((node) => node.type === 'text');
  if (line === '' || (plain && textOf(only) === line && !/\[[@^]/.test(line))) return line;
  return writeMarkdown({
    type: 'root',
    children: [{ type: 'paragraph', children: [{ type: 'text', value: line }] }],
  }).trim();
}
