import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';

/** What a reader notices of a page: sees, hears from a screen reader, or follows. */
export interface Seen {
  readonly text: string;
  readonly table: string;
  /** Marks, what they are drawn with, and their words. */
  readonly chart: readonly string[];
}

/** What is said or done by an attribute of HTML; the others (ids, classes, data-…) nobody sees. */
const telling: ReadonlySet<string> = new Set([
  ...['alt', 'ariaLabel', 'title', 'lang', 'dir', 'style', 'src', 'colSpan', 'rowSpan', 'start', 'value'],
]);
/** Attributes of SVG that only link its parts or are for programs. */
const untold = /^(?:id|className|data.*|role|aria(?!Label$).*|xmlns.*|clipPath|xLink.*|href)$/;

const unseen: ReadonlySet<string> = new Set(['script', 'style', 'meta', 'link', 'template']);

/** Takes a page apart into what its text, its tables and its drawings tell. */
export function seenOf(html: string): Seen {
  const found = { text: [] as string[], table: [] as string[], chart: [] as string[] };
  walk(fromHtml(html), 'text', found);
  return { text: found.text.join(' '), table: found.table.join(' '), chart: found.chart };
}

/** Where two pages differ for a reader; undefined where they do not. */
export function seenIn(one: Seen, other: Seen): keyof Seen | undefined {
  if (one.text !== other.text) return 'text';
  if (one.table !== other.table) return 'table';
  return isSameDrawing(one.chart, other.chart) ? undefined : 'chart';
}

function walk(node: Nodes, kind: keyof Seen, found: Readonly<Record<keyof Seen, string[]>>): void {
  if (node.type === 'text') found[kind].push(node.value.replace(/\s+/g, ' '));
  if (node.type === 'element') {
    if (unseen.has(node.tagName) || node.properties.hidden) return;
    // What a drawing is called by a screen reader is said by the page.
    const { ariaLabel } = node.properties;
    if (ariaLabel) found.text.push(String(ariaLabel));
    const inner = kindOf(node, kind);
    found[inner].push(...attributesOf(node, inner));
    for (const child of node.children) walk(child, inner, found);
  } else if (node.type === 'root') for (const child of node.children) walk(child, kind, found);
}

function kindOf({ tagName }: Element, outer: keyof Seen): keyof Seen {
  if (tagName === 'svg') return 'chart';
  return tagName === 'table' ? 'table' : outer;
}

function attributesOf({ tagName, properties }: Element, kind: keyof Seen): readonly string[] {
  const all = Object.entries(properties);
  if (kind === 'chart') {
    const drawn = all.filter(([name]) => !untold.test(name) && name !== 'ariaLabel');
    return [`<${tagName}`, ...drawn.map(([name, value]) => `${name}=${String(value)}`), '>'];
  }
  const told = all.filter(([name, value]) => telling.has(name) || (name === 'href' && !String(value).startsWith('#')));
  return told.map(([name, value]) => `${name}=${String(value)}`);
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
