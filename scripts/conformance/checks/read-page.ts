import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** Parts of a page or a PDF that are counted: "H2", "table", "link" … */
export type Counts = ReadonlyMap<string, number>;

/** What a page says, as it is to be read aloud. */
export interface SpokenPage {
  /** Texts and alternative texts, in reading order. */
  readonly texts: readonly string[];
  readonly counts: Counts;
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
  const counts = new Map<string, number>();
  const count = (part: string) => void counts.set(part, (counts.get(part) ?? 0) + 1);
  const visit = (node: Root | RootContent | ElementContent): void => {
    if (node.type === 'text') texts.push(node.value);
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
    const alt = alternativeOf(element);
    if (alt === undefined) for (const child of children) visit(child);
    else if (alt !== '') {
      count('figure');
      texts.push(alt);
    }
  };
  visit(fromHtml(html));
  return { texts, counts };
}

/** What is said in place of an element; empty for one that is decoration, undefined for one that is read itself. */
function alternativeOf({ tagName, properties }: Element): string | undefined {
  if (tagName === 'img') return String(properties.alt ?? '');
  if (tagName === 'svg') return String(properties.ariaLabel ?? '');
  return undefined;
}
