import type { Element, ElementContent, Root, RootContent } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Place } from '../diagnostics/diagnostic.ts';
import type { LaidText } from '../finish/index.ts';
import { alignTexts, foldText } from '../text-matching.ts';

/** What a stretch of print comes from, as the page's HTML tells it. */
export type PieceOrigin =
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

/** Text in print that comes from one thing, within one block. */
export interface PrintedPiece {
  /** With single spaces. */
  readonly text: string;
  readonly origin: PieceOrigin;
  /** Of the nearest thing around it that says where it stands; undefined for the words of a template. */
  readonly place: Place | undefined;
  /** Pieces of one block have the same number: they are read without a break. */
  readonly block: number;
  /**
   * `flow`: running text, in its order; `loose`: a label of a drawing, at its place in the order or near it; `unseen`:
   * alternative text.
   */
  readonly stream: 'flow' | 'loose' | 'unseen';
}

/** What is known of a text from the elements around it. */
interface Around {
  readonly origin: PieceOrigin;
  readonly place: Place | undefined;
  readonly block: number;
  readonly stream: PrintedPiece['stream'];
}

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
const silent: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'title',
  'desc',
  'metadata',
  'defs',
]);

const typed: PieceOrigin = { kind: 'typed' };

/** Takes a page apart into what its texts come from, in its order. */
export function readPieces(html: string): readonly PrintedPiece[] {
  const pieces: (PrintedPiece & { text: string })[] = [];
  let blocks = 0;
  const add = (text: string, around: Around): void => {
    const last = pieces.at(-1);
    const goesOn = last?.origin === around.origin && last.block === around.block && last.place === around.place;
    if (goesOn) last.text += text;
    else pieces.push({ ...around, text });
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
      const spoken = alternativeOf(node);
      if (spoken !== undefined) pieces.push({ ...here, text: spoken, stream: 'unseen', block: -blocks });
      for (const child of node.children) visit(child, here);
    }
  };
  visit(fromHtml(html), { origin: typed, place: undefined, block: 0, stream: 'flow' });
  return pieces.filter(({ text }) => text.trim() !== '');
}

function isShown({ tagName, properties }: Element): boolean {
  return !silent.has(tagName) && (properties.hidden ?? false) === false;
}

/** What an element says of the origin of its text; that of the element around it where it says nothing. */
function originOf({ tagName, properties }: Element, { origin }: Around): PieceOrigin {
  const { dataFact, dataCell, dataCites, dataCounted, dataDrawing, dataPart, className, id } = properties;
  const classes = Array.isArray(className) ? className : [];
  if (typeof dataFact === 'string') return { kind: classes.includes('claim') ? 'claim' : 'fact', fact: dataFact };
  if (typeof dataCell === 'string') return cellOrigin(dataCell);
  if (typeof dataCites === 'string') return { kind: 'citation', source: dataCites };
  if (dataCounted !== undefined || classes.includes('note-call')) return { kind: 'counted' };
  if (typeof dataDrawing === 'string') return { kind: 'drawn', of: named(dataDrawing), part: 'alternative' };
  // Each label by itself: two that follow each other are not one text.
  if (tagName === 'text' && origin.kind === 'drawn') {
    return { ...origin, part: origin.part === 'alternative' ? 'label' : origin.part };
  }
  if (typeof dataPart === 'string' && origin.kind === 'drawn') return { ...origin, part: dataPart };
  if (tagName === 'table' && typeof id === 'string' && id.startsWith('data-')) {
    return { kind: 'appendix', of: named(id.slice('data-'.length)) };
  }
  // A reference is counted too: "Figure 3" in a sentence.
  if (tagName === 'a' && /^#(?:chart|map|table)-/.test(String(properties.href ?? ''))) return { kind: 'counted' };
  return origin;
}

/** "table humanitarian-funding 3 usaid_bha" */
function cellOrigin(cell: string): PieceOrigin {
  const [kind = '', name = '', row = '', column = ''] = cell.split(' ');
  return { kind: 'cell', of: `${kind} ${name}`, row: Number(row), column };
}

/** The name of a figure as the answers know it: "chart aid-2020" of chart-aid-2020. */
function named(id: string): string {
  return id.replace('-', ' ');
}

function alternativeOf({ tagName, properties }: Element): string | undefined {
  const text = tagName === 'svg' ? properties.ariaLabel : tagName === 'img' ? properties.alt : undefined;
  return typeof text === 'string' && text !== '' ? text : undefined;
}

function placeOf({ properties }: Element): Place | undefined {
  const match = /^(.+):(\d+):(\d+)$/.exec(String(properties.dataSource ?? ''));
  return match ? { file: match[1] ?? '', line: Number(match[2]), column: Number(match[3]) } : undefined;
}

/** The page of a character of a piece; undefined where the PDF holds no text at all. */
export type PageOf = (piece: PrintedPiece, offset: number) => number | undefined;

/**
 * Finds on which page each piece was printed.
 *
 * @param laid the text of the PDF in the order of its tags; it may hold more, and labels of drawings in another order
 */
export function locatePieces(pieces: readonly PrintedPiece[], laid: readonly LaidText[]): PageOf {
  const texts = laid.map(({ page, text }) => ({ page, text: foldText(text) }));
  const whole = texts.map(({ text }) => text).join('');
  const folded = pieces.map(({ text }) => foldText(text));
  const inFlow = alignTexts(
    pieces.map(({ stream }, index) => (stream === 'flow' ? (folded[index] ?? '') : '')),
    whole,
  );
  const starts = new Map<PrintedPiece, number>();
  let before = 0;
  for (const [index, piece] of pieces.entries()) {
    const text = folded[index] ?? '';
    if (piece.stream === 'flow') {
      const at = inFlow[index];
      starts.set(piece, at ?? before);
      before = at === undefined ? before : at + text.length;
      continue;
    }
    // A label stands between the running texts before and after its drawing, in whatever order.
    const next = inFlow.findIndex((at, other) => other > index && at !== undefined && pieces[other]?.stream === 'flow');
    const window = whole.slice(before, inFlow[next] ?? whole.length);
    const within = piece.stream === 'loose' ? window.indexOf(text) : -1;
    starts.set(piece, before + Math.max(0, within));
  }
  const pageAt = pagesByPosition(texts);
  return (piece, offset) => pageAt((starts.get(piece) ?? 0) + foldText(piece.text.slice(0, offset)).length);
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
