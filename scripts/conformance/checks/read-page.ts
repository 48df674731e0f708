import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Parts of a page or a PDF that are counted: "H2", "table", "link" … */
export type Counts = ReadonlyMap<string, number>;

/** Texts by their languages, BCP 47 tags. */
export type Passages = ReadonlyMap<string, string>;

/** What a page says, as it is to be read aloud. */
export interface SpokenPage {
  /** Texts and alternative texts, in reading order. */
  readonly texts: readonly string[];
  readonly counts: Counts;
  /** What it says in other languages than its own, all together, by the language. */
  readonly passages: Passages;
}

/** Elements whose contents are not read. */
const silent = new Set(['head', 'script', 'style', 'template', 'title', 'desc', 'metadata', 'defs']);
const parts: Readonly<Record<string, string>> = {
  ...{ ul: 'list', ol: 'list', li: 'list entry', table: 'table', tr: 'table row', th: 'table head', td: 'table cell' },
  ...{ h1: 'H1', h2: 'H2', h3: 'H3', h4: 'H4', h5: 'H5', h6: 'H6' },
};

/** Reads a page as a screen reader would read its print: a picture by its alternative text, and nothing within it. */
export function readPage(html: string): SpokenPage {
  const texts: string[] = [];
  const passages = new Map<string, string>();
  let [own, language] = ['', ''];
  const say = (text: string): void => {
    texts.push(text);
    if (language !== own) passages.set(language, `${passages.get(language) ?? ''}${text}`);
  };
  const counts = new Map<string, number>();
  const count = (part: string) => void counts.set(part, (counts.get(part) ?? 0) + 1);
  const visit = (node: Root | RootContent | ElementContent): void => {
    if (node.type === 'text') say(node.value);
    else if (node.type === 'root') for (const child of node.children) visit(child);
    else if (node.type === 'element') visitElement(node);
  };
  const visitElement = (element: Element): void => {
    const { tagName, properties, children } = element;
    if (silent.has(tagName) || properties.hidden) return;
    const part = parts[tagName];
    if (part !== undefined) count(part);
    if (tagName === 'a' && properties.href !== undefined) count('link');
    if (tagName === 'li' && /^note-\d+$/.test(String(properties.id ?? ''))) count('note');
    const around = language;
    // What a page carries past the printer stands behind its language.
    if (properties.lang !== undefined) language = String(properties.lang).replace(/(?:-x)?-n\d+$/, '');
    if (tagName === 'html') own = language;
    const alt = alternativeOf(element);
    if (alt === undefined) for (const child of children) visit(child);
    else if (alt !== '') {
      count('figure');
      say(alt);
    }
    language = around;
  };
  visit(fromHtml(html));
  return { texts, counts, passages };
}

/** What is said in place of an element; empty for one that is decoration, undefined for one that is read itself. */
function alternativeOf({ tagName, properties }: Element): string | undefined {
  if (tagName === 'img') return String(properties.alt ?? '');
  if (tagName === 'svg') return String(properties.ariaLabel ?? '');
  return undefined;
}
