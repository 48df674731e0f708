import type { Delete, ListItem, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { type Handle, type Options, toMarkdown } from 'mdast-util-to-markdown';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { addressFault } from '../press/read/schemas/address.ts';
import { tidyPhrasing, wordsOfLine } from './phrasing.ts';

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
    // “[^note]:” at the beginning of a line would be the note itself.
    { before: '\\]', character: ':', inConstruct: 'phrasing' },
    // “@name” may be the name of a source, and would be told as a citation that is none.
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
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const place = node.type === 'tableCell' ? 'cell' : 'paragraph';
    return { ...node, children: writableLine(node.children, place) } as Node;
  }
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

/**
 * A line whose links are such as the press lets pass: a blank in an address is written as a browser does, and what leads
 * nowhere becomes its words. An address in the words is a link by itself, up to the next blank: what cannot be followed so is
 * cut where it can be, or stands as code.
 */
function withLiveLinks(line: readonly PhrasingContent[], place: LinePlace): PhrasingContent[] {
  let live = tidyPhrasing(line.flatMap(liveLink));
  if (!/:\/\/|www\.|@/i.test(wordsOfLine(live))) return live;
  // What is cut off may hold the next.
  for (let nth = 0; nth < 8; nth += 1) {
    const dead = deadAddresses(live, place);
    if (dead.length === 0) break;
    for (const address of dead) live = live.flatMap((node) => cutAddress(node, address));
  }
  return live;
}

/** The addresses that the press makes links of in a line, although nobody can follow them. */
function deadAddresses(line: readonly PhrasingContent[], place: LinePlace): readonly string[] {
  const dead = new Set<string>();
  const children = [...(readLine(line, place) ?? [])];
  visit({ type: 'paragraph', children } satisfies Paragraph, 'link', (link) => {
    if (addressFault(link.url, 'web or mail') !== undefined) dead.add(textOf(link));
  });
  return [...dead];
}

function liveLink(node: PhrasingContent): PhrasingContent[] {
  // What a parser of markdown reads for characters that are none.
  if (node.type === 'text') return [{ ...node, value: node.value.toWellFormed().replaceAll('\0', '\uFFFD') }];
  if (!('children' in node)) return [node];
  const inner = { ...node, children: node.children.flatMap(liveLink) } as typeof node;
  if (inner.type !== 'link') return [inner];
  const url = inner.url.replace(/[\s<>\\]/gu, encodeURIComponent);
  return addressFault(url, 'web or mail') === undefined ? [{ ...inner, url }] : inner.children;
}

/** Takes an address out of words that would lead nowhere: its beginning is a link, if readers can follow that. */
function cutAddress(node: PhrasingContent, address: string): PhrasingContent[] {
  if (node.type === 'link') return [node];
  if ('children' in node)
    return [{ ...node, children: node.children.flatMap((child) => cutAddress(child, address)) } as PhrasingContent];
  if (node.type !== 'text') return [node];
  // A backslash that escapes a sign is read as a part of the address.
  const unescaped = address.replaceAll('\\', '');
  if (!node.value.includes(address))
    return unescaped !== address && node.value.includes(unescaped) ? cutAddress(node, unescaped) : [node];
  const [url = ''] = /^https?:\/\/[\w.~:/?#@!$&()*+,;=%-]*[\w/]/i.exec(address) ?? [];
  const followed = url !== '' && addressFault(url, 'web') === undefined;
  const cut: PhrasingContent[] = followed
    ? [
        { type: 'link', url, children: [{ type: 'text', value: url }] },
        { type: 'text', value: address.slice(url.length) },
      ]
    : [{ type: 'inlineCode', value: address }];
  const pieces = node.value.split(address).map((value): PhrasingContent => ({ type: 'text', value }));
  return tidyPhrasing(pieces.flatMap((piece, index) => (index === 0 ? [piece] : [...cut, piece])));
}

type Mark = 'delete' | 'emphasis' | 'strong' | 'inlineCode';

/** Marks in the order in which they give way: struck words are rare, bold ones catch the eye. */
const givingWay: readonly Mark[] = ['delete', 'emphasis', 'inlineCode', 'strong'];

/** Where a line stands: in a cell some signs are read otherwise. */
type LinePlace = 'cell' | 'paragraph';

function writableLine(line: readonly PhrasingContent[], place: LinePlace): PhrasingContent[] {
  const live = withLiveLinks(line, place);
  const marked = live.some((node) => 'children' in node || node.type === 'inlineCode');
  if (!marked || isReadAgain(live, place)) return live;
  const tried = givingWay.map((_, index) => withLiveLinks(withoutMarks(line, givingWay.slice(0, index + 1)), place));
  return tried.find((one) => isReadAgain(one, place)) ?? tried.at(-1) ?? live;
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
function isReadAgain(line: readonly PhrasingContent[], place: LinePlace): boolean {
  const read = readLine(line, place);
  return read !== undefined && outline(read) === outline(line);
}

/** A line as the press reads it when it is written; undefined where it is no longer one. */
function readLine(line: readonly PhrasingContent[], place: LinePlace): readonly PhrasingContent[] | undefined {
  const children = [...line];
  const block: RootContent =
    place === 'paragraph'
      ? { type: 'paragraph', children }
      : { type: 'table', children: [{ type: 'tableRow', children: [{ type: 'tableCell', children }] }] };
  const written = toMarkdown({ type: 'root', children: [block] }, options);
  const [read, ...more] = parseMarkdown(`${written}\n${notesOf(line)}`).children;
  if (more.some(({ type }) => type !== 'footnoteDefinition')) return undefined;
  if (read?.type === 'table') return read.children[0]?.children[0]?.children ?? [];
  return read?.type === 'paragraph' ? read.children : undefined;
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
