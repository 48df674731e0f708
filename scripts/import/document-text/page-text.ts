import type { Element, Nodes, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { toString as textOf } from 'hast-util-to-string';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import {
  type DocumentPart,
  type DocumentText,
  type DocumentWord,
  firstWords,
  type PartKind,
  type Place,
  tokensOf,
} from './document-text.ts';

/** What a plain text says: its words as they stand. Signs that begin its lines are those of lists; numbers are words. */
export function plainText(bytes: Uint8Array): DocumentText {
  const text = decode(bytes)
    .replace(/^[ \t]*[-*–·][ \t]+/gm, '')
    .replace(/^([ \t]*\d{1,3})\)(?=[ \t])/gm, '$1.');
  const blocks = text.split(/\r?\n\s*\r?\n/);
  return { words: blocks.flatMap((block) => wordsOf(block, placeOf('text', '', block))), parts: [] };
}

/** What a page says, by the parser of HTML. What leads around its site is a menu: a part, not text. */
export function htmlText(bytes: Uint8Array): DocumentText {
  return textOfTree(fromHtml(decode(bytes)));
}

const markdown = unified().use(remarkParse).use(remarkGfm).freeze();

/** What a markdown file says when it is shown: CommonMark with GFM, and the HTML within it. YAML before it is not shown. */
export function markdownText(bytes: Uint8Array): DocumentText {
  const tree = markdown.parse(decode(bytes).replace(/^---\r?\n[\s\S]*?\r?\n---\r?\n/, ''));
  const options = { allowDangerousHtml: true };
  return textOfTree(fromHtml(toHtml(toHast(tree, options), options), { fragment: true }));
}

/** UTF-8, what a byte order mark says, or else the encoding of old Western files. */
function decode(bytes: Uint8Array): string {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** What a page consists of, as a stream. A break parts blocks, and so words. */
type PageEvent =
  | { readonly is: 'text'; readonly text: string }
  | { readonly is: 'break'; readonly within: Place['within']; readonly isHeading: boolean }
  | { readonly is: 'part'; readonly kind: PartKind; readonly text: string; readonly detail: string };

const inline = new Set(
  'a abbr b bdi bdo cite code data del dfn em font i ins kbd label mark q s samp small span strike strong sub sup time tt u var wbr ruby rb'.split(
    ' ',
  ),
);
/** What is never shown, whatever it holds. */
const notShown = new Set(['script', 'style', 'template', 'head', 'noscript', 'rp', 'datalist']);
const parts: Readonly<Record<string, PartKind>> = {
  img: 'picture',
  svg: 'drawing',
  canvas: 'drawing',
  math: 'formula',
  rt: 'ruby',
  nav: 'navigation',
  aside: 'navigation',
  iframe: 'object',
  object: 'object',
  embed: 'object',
  video: 'object',
  audio: 'object',
  input: 'form field',
  textarea: 'form field',
  select: 'form field',
  button: 'form field',
  dialog: 'hidden text',
};
const menuRoles = new Set(['navigation', 'banner', 'contentinfo', 'complementary', 'search', 'menu', 'menubar']);

function* eventsOf(node: Nodes, within: Place['within'], inArticle: boolean): Iterable<PageEvent> {
  if (node.type === 'text') yield { is: 'text', text: node.value };
  if (node.type === 'root') for (const child of node.children) yield* eventsOf(child, within, inArticle);
  if (node.type !== 'element' || notShown.has(node.tagName) || isMadeForNotes(node)) return;
  const kind = partKindOf(node, inArticle);
  if (kind !== undefined) {
    yield {
      is: 'part',
      kind,
      text: textOf(node),
      detail: kind === 'picture' ? String(node.properties.src ?? '') : node.tagName,
    };
    return;
  }
  const { tagName } = node;
  const inside = tagName === 'table' ? 'table' : 'dataFootnotes' in node.properties ? 'note' : within;
  const isBlock = !inline.has(tagName);
  if (isBlock) yield { is: 'break', within: inside, isHeading: /^h[1-6]$/.test(tagName) };
  for (const child of node.children)
    yield* eventsOf(child, inside, inArticle || tagName === 'article' || tagName === 'main');
  if (isBlock) yield { is: 'break', within, isHeading: false };
}

function partKindOf({ tagName, properties }: Element, inArticle: boolean): PartKind | undefined {
  const isHidden = properties.hidden !== undefined && properties.hidden !== false;
  if (isHidden || /display\s*:\s*none|visibility\s*:\s*hidden/i.test(String(properties.style ?? '')))
    return 'hidden text';
  const role = String(properties.role ?? '');
  const leadsAround = menuRoles.has(role) || (!inArticle && (tagName === 'header' || tagName === 'footer'));
  return leadsAround ? 'navigation' : parts[tagName];
}

/** What the converter of markdown puts in by itself: calls of notes, ways back, and the heading over them. */
function isMadeForNotes({ properties }: Element): boolean {
  const { dataFootnoteRef, dataFootnoteBackref, id } = properties;
  return dataFootnoteRef !== undefined || dataFootnoteBackref !== undefined || id === 'footnote-label';
}

function textOfTree(tree: Root): DocumentText {
  const words: DocumentWord[] = [];
  const found: {
    readonly event: PageEvent & { readonly is: 'part' };
    readonly heading: string;
    readonly at: number;
  }[] = [];
  let [block, heading]: [string, string] = ['', ''];
  let here: PageEvent & { readonly is: 'break' } = { is: 'break', within: 'text', isHeading: false };
  const close = (): void => {
    if (here.isHeading && block.trim() !== '') heading = block;
    words.push(...wordsOf(block, placeOf(here.within, heading, block)));
    block = '';
  };
  for (const event of eventsOf(tree, 'text', false)) {
    if (event.is === 'text') block += event.text;
    else if (event.is === 'break') {
      close();
      here = event;
    } else found.push({ event, heading, at: words.length });
  }
  close();
  return {
    words,
    parts: found.map(({ event: { kind, text, detail }, heading: over, at }): DocumentPart => {
      const place = words[at]?.place ?? words.at(-1)?.place ?? placeOf('text', over, '');
      return { kind, place, words: tokensOf(text).map((token) => token.text), detail };
    }),
  };
}

function placeOf(within: Place['within'], heading: string, paragraph: string): Place {
  return { within, heading: firstWords(heading), paragraph: firstWords(paragraph) };
}

function wordsOf(text: string, place: Place): readonly DocumentWord[] {
  return tokensOf(text).map((token) => ({ ...token, place }));
}
