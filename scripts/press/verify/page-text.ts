import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { type Place, placeFromText } from '../diagnostics/diagnostic.ts';
import { unprinted } from '../page/page-html.ts';
import { foldText } from '../text-matching.ts';
import type { DrawnText } from './drawn.ts';

/** A run of text of a page, with the place in the author's file that it comes from. */
export interface HtmlText<From extends Place = Place> {
  readonly text: string;
  readonly place: From;
}

/** A link of a page: its href as it stands there. */
export interface HtmlLink {
  readonly href: string;
  readonly text: string;
  readonly place: Place;
}

/** What a page's print must show. */
export interface HtmlContent {
  /** The running text, in reading order. */
  readonly flow: readonly HtmlText[];
  /** Text whose place in the reading order is not set: labels in drawings, and what is hidden from screen readers. */
  readonly loose: readonly HtmlText[];
  readonly links: readonly HtmlLink[];
  /** The direction of the document. */
  readonly direction: 'ltr' | 'rtl';
}

/**
 * Reads what a page says.
 *
 * @param html the document; the nearest data-source="file:line:column" around a text is its place
 * @param elsewhere the place of what has none
 */
export function readHtml(html: string, elsewhere: Place): HtmlContent {
  const flow: HtmlText[] = [];
  const loose: HtmlText[] = [];
  const links: HtmlLink[] = [];
  const visit = (node: Root | RootContent | ElementContent, place: Place, into: HtmlText[]): void => {
    if (node.type === 'text') {
      if (node.value.trim() !== '') into.push({ text: node.value.replace(/\s+/g, ' ').trim(), place });
    } else if (node.type === 'root') {
      for (const child of node.children) visit(child, place, into);
    } else if (node.type === 'element' && isShown(node)) {
      const here = placeOf(node) ?? place;
      const { href } = node.properties;
      // A link in a drawing is not an HTML link, and does not reach the print.
      if (node.tagName === 'a' && typeof href === 'string') links.push({ href, text: textOf(node), place: here });
      const set = isLoose(node) ? loose : into;
      for (const child of node.children) visit(child, here, set);
    }
  };
  const document = fromHtml(html);
  visit(document, elsewhere, flow);
  const isRightToLeft = document.children.some((node) => node.type === 'element' && node.properties.dir === 'rtl');
  return { flow, loose, links, direction: isRightToLeft ? 'rtl' : 'ltr' };
}

/** Whether an element prints. */
export function isShown({ tagName, properties }: Element): boolean {
  return !unprinted.has(tagName) && (properties.hidden ?? false) === false;
}

/** Whether the text of an element has no place of its own in the reading order. */
export function isLoose({ tagName, properties }: Element): boolean {
  return tagName === 'svg' || properties.ariaHidden === 'true';
}

/** The place that an element itself names by data-source. */
export function placeOf({ properties }: Element): Place | undefined {
  return placeFromText(properties.dataSource);
}

function textOf(node: Element | ElementContent): string {
  if (node.type === 'text') return node.value;
  return node.type === 'element' ? node.children.map(textOf).join('').replace(/\s+/g, ' ').trim() : '';
}

/** Gives the place in an author's file of text that a page draws. */
export type PlaceOfText = (drawn: DrawnText | undefined) => Place;

/**
 * Finds places by words: what a page draws is looked for among the texts of its HTML.
 *
 * @param texts all texts of the page
 * @param elsewhere the place of words that none of them holds, such as those of a running head
 */
export function placeOfText(texts: readonly HtmlText[], elsewhere: Place): PlaceOfText {
  let all: readonly HtmlText[] | undefined;
  return (drawn) => {
    // What has no tag is none of the page's text, but stands in its margin.
    const wanted = drawn?.mark === undefined ? '' : foldText(drawn.text);
    if (wanted === '') return elsewhere;
    // Most PDFs are right, and need it never.
    all ??= texts.map(({ text, place }) => ({ text: foldText(text), place }));
    const folded = all;
    const holder = folded.find(({ text }) => text === wanted) ?? folded.find(({ text }) => text.includes(wanted));
    // A line may also be made of several texts: words, a link, words.
    const part = () => folded.filter(({ text }) => text.length > 3 && wanted.includes(text));
    return (holder ?? part().sort((a, b) => b.text.length - a.text.length)[0])?.place ?? elsewhere;
  };
}

const longest = 60;

/** The beginning of a text in quotation marks, cut between words where it is long. */
export function quoteWords(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line.length <= longest) return `"${line}"`;
  const cut = line.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `"${end > 0 ? cut.slice(0, end) : cut}…"`;
}
