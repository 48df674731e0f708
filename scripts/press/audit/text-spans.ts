import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { LaidText } from '../finish/index.ts';
import { alignTexts, foldText } from '../text-matching.ts';
import { isShown, placeOf } from '../verify/page-text.ts';

/** What a span of printed text comes from, as the page's HTML says it. */
export type SpanOrigin =
  /** Words of an author or of the press, as they stand in their file. */
  | { readonly kind: 'typed' }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'claim'; readonly fact: string }
  /** A cell of the answer behind a table or timeline: "table humanitarian-funding", row from 1, column. */
  | { readonly kind: 'cell'; readonly of: string; readonly row: number; readonly column: string }
  /** The table in the appendix of what a figure draws: "chart aid-2020". */
  | { readonly kind: 'appendix'; readonly of: string }
  | { readonly kind: 'citation'; readonly source: string }
  /** The press counted it: the number of a page, a figure, a note. */
  | { readonly kind: 'counted' }
  /** A label of a drawing, or what is said in its place: "chart aid-2020", axis-label. */
  | { readonly kind: 'drawn'; readonly of: string; readonly part: string };

/** A span of printed text that comes from one thing, within one block. */
export interface TextSpan {
  /** With single spaces. */
  readonly text: string;
  readonly origin: SpanOrigin;
  /** Of the nearest thing around it that says where it stands; undefined for the words of a template. */
  readonly place: Place | undefined;
  /** Spans of one block have the same number: they are read without a break. */
  readonly block: number;
  /**
   * `flow`: running text, in its order; `loose`: a label of a drawing, at its place in the order or near it; `unseen`:
   * alternative text.
   */
  readonly stream: 'flow' | 'loose' | 'unseen';
}

/** What is known of a text from the elements around it. */
type Around = Omit<TextSpan, 'text'>;

/** Elements that stand within a line. All others begin and end a block. */
const inline: ReadonlySet<string> = new Set([
  'a',
  'b',
  'br',
  'cite',
  'code',
  'em',
  'i',
  'span',
  'strong',
  'sub',
  'sup',
  'wbr',
]);

const typed: SpanOrigin = { kind: 'typed' };

/** Takes the text of a page apart by what it comes from, in its order. */
export function readSpans(html: string): readonly TextSpan[] {
  const spans: (TextSpan & { text: string })[] = [];
  let blocks = 0;
  const add = (text: string, around: Around): void => {
    const last = spans.at(-1);
    const goesOn = last?.origin === around.origin && last.block === around.block && last.place === around.place;
    if (goesOn) last.text += text;
    else spans.push({ ...around, text });
  };
  const visit = (node: Root | RootContent | ElementContent, around: Around): void => {
    if (node.type === 'text') add(node.value.replace(/\s+/g, ' '), around);
    else if (node.type === 'root') for (const child of node.children) visit(child, around);
    else if (node.type === 'element' && isShown(node)) {
      const within = { ...around, place: placeOf(node) ?? around.place };
      const begins = !inline.has(node.tagName);
      if (begins) blocks += 1;
      const stream = node.tagName === 'svg' ? ('loose' as const) : around.stream;
      const here = { ...within, stream, origin: originOf(node, around), ...(begins && { block: blocks }) };
      const alternative = alternativeOf(node);
      if (alternative !== undefined) spans.push({ ...here, text: alternative, stream: 'unseen', block: -blocks });
      for (const child of node.children) visit(child, here);
    }
  };
  visit(fromHtml(html), { origin: typed, place: undefined, block: 0, stream: 'flow' });
  return spans.filter(({ text }) => text.trim() !== '');
}

/** What an element says of the origin of its text; that of the element around it where it says nothing. */
function originOf({ tagName, properties }: Element, { origin }: Around): SpanOrigin {
  const { dataFact, dataCell, dataCites, dataCounted, dataDrawing, dataPart, className, id } = properties;
  const classes = Array.isArray(className) ? className : [];
  if (typeof dataFact === 'string') return { kind: classes.includes('claim') ? 'claim' : 'fact', fact: dataFact };
  if (typeof dataCell === 'string') return cellOrigin(dataCell);
  if (typeof dataCites === 'string') return { kind: 'citation', source: dataCites };
  if (dataCounted !== undefined || classes.includes('note-call')) return { kind: 'counted' };
  if (typeof dataDrawing === 'string') return { kind: 'drawn', of: figureName(dataDrawing), part: 'alternative' };
  // Each label by itself: two that follow each other are not one text.
  if (tagName === 'text' && origin.kind === 'drawn') {
    return { ...origin, part: origin.part === 'alternative' ? 'label' : origin.part };
  }
  if (typeof dataPart === 'string' && origin.kind === 'drawn') return { ...origin, part: dataPart };
  if (tagName === 'table' && typeof id === 'string' && id.startsWith('data-')) {
    return { kind: 'appendix', of: figureName(id.slice('data-'.length)) };
  }
  // A reference is counted too: "Figure 3" in a sentence.
  if (tagName === 'a' && /^#(?:chart|map|table)-/.test(String(properties.href ?? ''))) return { kind: 'counted' };
  return origin;
}

/** "table humanitarian-funding 3 usaid_bha" */
function cellOrigin(cell: string): SpanOrigin {
  const [kind = '', name = '', row = '', column = ''] = cell.split(' ');
  return { kind: 'cell', of: `${kind} ${name}`, row: Number(row), column };
}

/** The name of a figure as the answers know it: "chart aid-2020" of chart-aid-2020. */
function figureName(id: string): string {
  return id.replace('-', ' ');
}

function alternativeOf({ tagName, properties }: Element): string | undefined {
  const text = tagName === 'svg' ? properties.ariaLabel : tagName === 'img' ? properties.alt : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

/** The page of a character of a span, from 1; undefined where the PDF holds no text at all. */
export type PageOf = (span: TextSpan, offset: number) => number | undefined;

/**
 * Finds on which page each span was printed.
 *
 * @param laid the text of the PDF in the order of its tags; it may hold more, and labels of drawings in another order
 */
export function pagesOfSpans(spans: readonly TextSpan[], laid: readonly LaidText[]): PageOf {
  const texts = laid.map(({ page, text }) => ({ page, text: foldText(text) }));
  const starts = startsIn(texts.map(({ text }) => text).join(''), spans);
  const pageAt = pagesByPosition(texts);
  return (span, offset) => pageAt((starts.get(span) ?? 0) + foldText(span.text.slice(0, offset)).length);
}

/** Where in the folded text of the PDF each span begins; one that is not found begins where the one before it ends. */
function startsIn(whole: string, spans: readonly TextSpan[]): ReadonlyMap<TextSpan, number> {
  const folded = spans.map(({ text }) => foldText(text));
  const inFlow = alignTexts(
    spans.map(({ stream }, index) => (stream === 'flow' ? (folded[index] ?? '') : '')),
    whole,
  );
  const starts = new Map<TextSpan, number>();
  let before = 0;
  for (const [index, span] of spans.entries()) {
    const text = folded[index] ?? '';
    if (span.stream === 'flow') {
      const at = inFlow[index];
      starts.set(span, at ?? before);
      before = at === undefined ? before : at + text.length;
      continue;
    }
    // A label stands between the running texts before and after its drawing, in whatever order.
    const next = inFlow.findIndex((at, other) => other > index && at !== undefined && spans[other]?.stream === 'flow');
    const window = whole.slice(before, inFlow[next] ?? whole.length);
    const within = span.stream === 'loose' ? window.indexOf(text) : -1;
    starts.set(span, before + Math.max(0, within));
  }
  return starts;
}

function pagesByPosition(texts: readonly LaidText[]): (position: number) => number | undefined {
  const ends: number[] = [];
  let end = 0;
  for (const { text } of texts) {
    end += text.length;
    ends.push(end);
  }
  return (position) => {
    const index = ends.findIndex((each) => each > position);
    return texts.at(index)?.page;
  };
}
