import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Place } from '../../press/diagnostics/diagnostic.ts';
import { type HtmlText, isLoose, isShown, placeOf } from '../../press/verify/page-text.ts';
import type { PlacedKind } from '../protocol.ts';

/** Something on a page that holds blocks: a chart with its caption, a call-out, a note. */
export interface PageObject {
  readonly kind: PlacedKind;
  /** Of a chart, map, table or timeline its own file. */
  readonly place: Place;
  /** Where a section or edition.yaml places it, if it has a file of its own. */
  readonly placed: Place | undefined;
}

/** A block of a page, with the place in the author's file that it comes from. */
export interface PageSource extends Place {
  readonly kind: PlacedKind;
  /** All of its words. */
  readonly text: string;
  /** What it is part of, the innermost. */
  readonly within: PageObject | undefined;
  /** Of a heading its level, from 1; else 0. */
  readonly level: number;
}

/** What a page says of where its blocks come from. */
interface PageSources {
  /** The running text in reading order, each with its block. */
  readonly flow: readonly HtmlText<PageSource>[];
  /** Drawings and pictures, in the order of the page. */
  readonly drawings: readonly PageSource[];
}

/** Elements whose text stands by itself. */
const blockKinds: Readonly<Record<string, PlacedKind>> = {
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  p: 'paragraph',
  pre: 'paragraph',
  blockquote: 'paragraph',
  dd: 'paragraph',
  dt: 'paragraph',
  li: 'list',
  td: 'table',
  th: 'table',
  caption: 'caption',
  figcaption: 'caption',
};

/** Where a visit is. */
interface Visit {
  readonly place: Place;
  readonly block: PageSource;
  readonly within: PageObject | undefined;
}

/**
 * Reads where the blocks of a page come from: as `readHtml` does, and what each of them is.
 *
 * @param elsewhere the place of what has none
 */
export function readPageSources(html: string, elsewhere: Place): PageSources {
  const flow: HtmlText<PageSource>[] = [];
  const drawings: PageSource[] = [];
  const document = fromHtml(html);
  const placeOfId = placesOfIds(document);

  const walk = (node: Nodes, at: Visit): void => {
    if (node.type === 'text' && node.value.trim() !== '') flow.push({ text: node.value, place: at.block });
    if (node.type === 'root') for (const child of node.children) walk(child, at);
    if (node.type !== 'element' || !isShown(node)) return;
    if (node.tagName === 'svg' || node.tagName === 'img') drawings.push(drawingOf(node, at));
    if (isLoose(node)) return;
    const inner = enter(node, at);
    for (const child of node.children) walk(child, inner);
  };
  const enter = (node: Element, at: Visit): Visit => {
    // A fact within a line has a place of its own; the block that it stands in is what one sees.
    const own = node.tagName === 'span' ? undefined : placeOf(node);
    const object = own && objectIn(node, own, elsewhere.file);
    const place = object?.place ?? own ?? targetOf(node, placeOfId) ?? at.place;
    const contents = node.tagName === 'nav' ? { kind: 'contents' as const, place, placed: undefined } : undefined;
    const within = contents ?? object ?? at.within;
    const blockKind = blockKinds[node.tagName];
    if (blockKind === undefined) return { ...at, place, within };
    const level = /^h(\d)$/.exec(node.tagName)?.[1] ?? '0';
    const text = textOf(node).replace(/\s+/g, ' ').trim();
    const block = { ...place, kind: kindWithin(blockKind, within, at.block), text, within, level: Number(level) };
    return { place, within, block };
  };
  const whole: PageSource = { ...elsewhere, kind: 'other', text: '', within: undefined, level: 0 };
  walk(document, { place: elsewhere, block: whole, within: undefined });
  return { flow, drawings };
}

/**
 * What an element with a place holds, if it is an object of its own on the page.
 *
 * @param meta the path of edition.yaml, in whose folder the objects have their files
 */
function objectIn({ tagName, properties, children }: Element, own: Place, meta: string): PageObject | undefined {
  const [, kind, name] = /^(chart|map|table|timeline)-(.+)$/.exec(String(properties.id ?? '')) ?? [];
  if (kind !== undefined && (tagName === 'figure' || tagName === 'div')) {
    const file = `${meta.slice(0, meta.lastIndexOf('/'))}/${kind}s/${name}.yaml`;
    return { kind: kind as PlacedKind, place: { file, line: 1, column: 1 }, placed: own };
  }
  const is = (what: PlacedKind): PageObject => ({ kind: what, place: own, placed: undefined });
  if (tagName === 'table') return is('table');
  if (tagName === 'aside') return is('callout');
  if (String(properties.role) === 'doc-endnote') return is('note');
  return tagName === 'li' && children.some(isLargeNumber) ? is('key-figures') : undefined;
}

/** What begins an entry of key figures. */
function isLargeNumber(node: Nodes): boolean {
  return node.type === 'element' && node.tagName === 'p' && String(node.properties.className) === 'figure';
}

/** Objects of which nobody looks for a part. */
function isWhole({ kind }: PageObject): boolean {
  return kind === 'note' || kind === 'key-figures' || kind === 'contents';
}

/** A paragraph is what it stands in: an entry of a list, a caption. */
function kindWithin(kind: PlacedKind, within: PageObject | undefined, around: PageSource): PlacedKind {
  if (kind === 'heading') return kind;
  if (within && isWhole(within)) return within.kind;
  return kind === 'paragraph' && around.within === within && around.kind !== 'other' ? around.kind : kind;
}

function drawingOf(node: Element, { place, within }: Visit): PageSource {
  const { tagName, properties } = node;
  const kind = tagName === 'img' ? 'image' : (within?.kind ?? 'image');
  const text = String(properties.ariaLabel ?? properties.alt ?? '');
  return { ...(placeOf(node) ?? place), kind, text, within, level: 0 };
}

/** An entry of the contents comes from where it leads. */
function targetOf(node: Element, placeOfId: ReadonlyMap<string, Place>): Place | undefined {
  const [only] = node.tagName === 'li' ? node.children.filter((child) => child.type === 'element') : [];
  const href = only?.tagName === 'a' ? only.properties.href : undefined;
  return typeof href === 'string' && href.startsWith('#') ? placeOfId.get(href.slice(1)) : undefined;
}

function placesOfIds(document: Nodes): ReadonlyMap<string, Place> {
  const places = new Map<string, Place>();
  visit(document, 'element', (node) => {
    const place = placeOf(node);
    if (place && typeof node.properties.id === 'string') places.set(node.properties.id, place);
  });
  return places;
}
