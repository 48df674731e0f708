import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** What a reader notices of a page: sees, hears from a screen reader, or follows. */
export interface VisiblePage {
  readonly text: string;
  readonly table: string;
  /** Marks, what they are drawn with, and their words. */
  readonly chart: readonly string[];
}

/** Takes a page apart into what its text, its tables and its drawings tell. */
export function visiblePageOf(html: string): VisiblePage {
  const parts = Map.groupBy(partsOf(fromHtml(html), 'text'), ({ kind }) => kind);
  const textsOf = (kind: keyof VisiblePage) => (parts.get(kind) ?? []).map(({ text }) => text);
  return { text: textsOf('text').join(' '), table: textsOf('table').join(' '), chart: textsOf('chart') };
}

/** Where two pages differ for a reader; undefined where they do not. */
export function visibleDifference(one: VisiblePage, other: VisiblePage): keyof VisiblePage | undefined {
  if (one.text !== other.text) return 'text';
  if (one.table !== other.table) return 'table';
  return isSameDrawing(one.chart, other.chart) ? undefined : 'chart';
}

/** What is said or done by an attribute of HTML; the others (ids, classes, data-…) nobody sees. */
const visibleAttributes: ReadonlySet<string> = new Set(
  'alt ariaLabel title lang dir style src colSpan rowSpan start value'.split(' '),
);
/** Attributes of SVG that only link its parts or are for programs. */
const invisibleInDrawings = /^(?:id|className|data.*|role|aria(?!Label$).*|xmlns.*|clipPath|xLink.*|href)$/;

const invisibleElements: ReadonlySet<string> = new Set(['script', 'style', 'meta', 'link', 'template']);

/** A text or an attribute of a page. */
interface PagePart {
  readonly kind: keyof VisiblePage;
  readonly text: string;
}

function* partsOf(node: Nodes, kind: keyof VisiblePage): Iterable<PagePart> {
  if (node.type === 'text') yield { kind, text: node.value.replace(/\s+/g, ' ') };
  if (node.type === 'root') for (const child of node.children) yield* partsOf(child, kind);
  if (node.type !== 'element' || invisibleElements.has(node.tagName) || node.properties.hidden) return;
  // What a drawing is called by a screen reader is said by the page.
  const { ariaLabel } = node.properties;
  if (ariaLabel) yield { kind: 'text', text: String(ariaLabel) };
  const inner = kindOf(node, kind);
  for (const text of attributesOf(node, inner)) yield { kind: inner, text };
  for (const child of node.children) yield* partsOf(child, inner);
}

function kindOf({ tagName }: Element, outer: keyof VisiblePage): keyof VisiblePage {
  if (tagName === 'svg') return 'chart';
  return tagName === 'table' ? 'table' : outer;
}

function attributesOf({ tagName, properties }: Element, kind: keyof VisiblePage): readonly string[] {
  const all = Object.entries(properties);
  if (kind === 'chart') {
    const drawn = all.filter(([name]) => !invisibleInDrawings.test(name) && name !== 'ariaLabel');
    return [`<${tagName}`, ...drawn.map(([name, value]) => `${name}=${String(value)}`), '>'];
  }
  const visible = all.filter(
    ([name, value]) => visibleAttributes.has(name) || (name === 'href' && !String(value).startsWith('#')),
  );
  return visible.map(([name, value]) => `${name}=${String(value)}`);
}

/** In points: about one dot of a printer. */
const leastMove = 0.25;
const geometry = /^(?:d|points|transform|x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|width|height|viewBox)=/;
const number = /-?\d+(?:\.\d+)?/g;

/** Whether two drawings look alike: the same marks and words, none of them moved by as much as a dot. */
function isSameDrawing(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((token, index) => isSameMark(token, other[index] ?? ''));
}

function isSameMark(one: string, other: string): boolean {
  if (one === other) return true;
  if (!geometry.test(one) || one.replace(number, '#') !== other.replace(number, '#')) return false;
  const others = [...other.matchAll(number)].map(Number);
  return [...one.matchAll(number)].every((from, index) => Math.abs(Number(from) - (others[index] ?? 0)) < leastMove);
}
