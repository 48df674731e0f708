import { element, setAttributes, type View, watched } from '../dom.ts';
import type { PageText, TextBlock, TextPart } from '../drawing/page-text.ts';
import type { TextLine } from '../drawing/text-lines.ts';
import type { Rect, Size } from '../model/layout.ts';
import { fitLine, grain, groupLines, type LineGroup, type TextRun } from './fit-lines.ts';

/** Parts of a row stand beside each other in what is copied, too. */
const cells: ReadonlySet<string | undefined> = new Set(['cell', 'columnheader', 'rowheader']);

/** A text, and the paper in points and the rectangle in CSS pixels that it lies over. */
interface LayerShows {
  readonly text: PageText | undefined;
  readonly paper: Size;
  readonly rect: Rect;
  /** What is not near is only laid out when it is looked for. */
  readonly near: boolean;
}

/**
 * The words of a page over its picture, to be selected, found and heard. It keeps its elements, and what is selected in
 * them, until it is shown another text.
 */
export function createPageTextLayer(): View<LayerShows> {
  const layer = element('div', { class: 'text' });
  const place = watched((...[width, height, across, down]: [number, number, number, number]) => {
    Object.assign(layer.style, {
      width: `${width * grain}px`,
      height: `${height * grain}px`,
      transform: `scale(${across / (width * grain)}, ${down / (height * grain)})`,
    });
  });
  const fill = watched((text: PageText | undefined, width: number) => {
    const direction = directionOf(text?.lang ?? '');
    setAttributes(layer, { lang: text?.lang || undefined, dir: direction });
    layer.replaceChildren(...fillParts(text?.parts ?? [], { direction, width }));
  });
  return {
    element: layer,
    show({ text, paper, rect, near }) {
      layer.toggleAttribute('data-near', near);
      place(paper.width, paper.height, rect.width, rect.height);
      fill(text, paper.width);
    },
  };
}

/** Lines begin at the left side of the page, or at its right side, which is so many points away. */
interface Side {
  readonly direction: Direction;
  readonly width: number;
}

function fillParts(parts: readonly TextPart[], side: Side, end: '' | '\t' = ''): readonly Node[] {
  const nodes: Node[] = [];
  let lines: TextLine[] = [];
  const flush = (last: '' | '\t') => {
    const groups = groupLines(lines);
    nodes.push(...groups.map((group, index) => setGroup(group, side, index === groups.length - 1 ? last : undefined)));
    lines = [];
  };
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'line') {
      lines.push(part);
      continue;
    }
    flush('');
    nodes.push(setBlock(part, side, cells.has(part.role) && index < parts.length - 1 ? '\t' : ''));
  }
  flush(end);
  return nodes;
}

/** @param end what parts the words of a block from those of the next, where that is no new line */
function setBlock({ role, level, alt, lang, parts }: TextBlock, side: Side, end: '' | '\t'): HTMLElement {
  const attributes = { role, 'aria-level': level, 'aria-label': alt, lang };
  return element(cells.has(role) ? 'span' : 'div', attributes, ...fillParts(parts, side, end));
}

/**
 * Sets lines as a paragraph that wraps after each, so that browsers find and copy its sentences as they do any others.
 *
 * @param end what follows the last line of a block; undefined within it
 */
function setGroup({ top, lines }: LineGroup, { direction, width }: Side, end: '' | '\t' | undefined): HTMLElement {
  const startOf = ({ left, right }: TextLine) => (direction === 'ltr' ? left : width - right);
  const first = lines[0] ? startOf(lines[0].line) : 0;
  const group = element('span', { class: 'lines' });
  group.style[direction === 'ltr' ? 'left' : 'right'] = `${first * grain}px`;
  group.style.top = `${top * grain}px`;
  lines.forEach(({ line, height }, index) => {
    const isLast = index === lines.length - 1;
    const { size, runs } = fitLine(line, direction, measureText);
    const shown = element('span', { class: 'line' }, ...runs.map(setRun), isLast ? (end ?? line.after) : '');
    shown.style.fontSize = `${size}px`;
    shown.style.lineHeight = `${height * grain}px`;
    shown.style.marginInlineStart = `${(startOf(line) - first) * grain}px`;
    group.append(shown);
    if (!isLast) group.append(line.after === '' ? element('wbr') : ' ');
  });
  return group;
}

function setRun({ text, lang, wider }: TextRun): Node {
  if (wider === 0 && lang === undefined) return document.createTextNode(text);
  const run = element('span', { lang }, text);
  if (wider !== 0) run.style.wordSpacing = `${wider}px`;
  return run;
}

/** The face of the words that lie over a page. They are not seen: any will do that is there at once. */
const textFace = 'sans-serif';

/** At which text is measured, in CSS pixels: large, so that rounding does not matter. */
const size = 100;
let context: CanvasRenderingContext2D | null | undefined;

/** The width of a text at a size of 1. */
function measureText(text: string): number {
  if (text === '') return 0;
  context ??= prepare();
  return context ? context.measureText(text).width / size : text.length / 2;
}

function prepare(): CanvasRenderingContext2D | null {
  const made = document.createElement('canvas').getContext('2d');
  if (made) {
    made.font = `${size}px ${textFace}`;
    made.textRendering = 'geometricPrecision';
  }
  return made;
}

type Direction = 'ltr' | 'rtl';

/** The direction in which a language's script runs; left to right where the browser cannot tell. */
function directionOf(language: string): Direction {
  if (language === '') return 'ltr';
  const locale: Partial<Pick<Intl.Locale, 'getTextInfo'>> = new Intl.Locale(language).maximize();
  return locale.getTextInfo?.().direction ?? 'ltr';
}

/**
 * Keeps a selection that is being drawn where it is while the pointer is over no words. Browsers would take the point for
 * one at the beginning or the end of all: so there is an area under the words, next to the line that was reached last.
 * Beside a line, the selection goes to its end.
 */
export function holdSelection(scroller: HTMLElement): void {
  const area = element('span', { class: 'hold', 'aria-hidden': 'true' });
  let isDrawing = false;
  scroller.addEventListener('pointerdown', ({ target, button, pointerType }) => {
    isDrawing = button === 0 && pointerType === 'mouse' && lineOf(target) !== undefined;
  });
  document.addEventListener('selectionchange', () => {
    if (isDrawing) putBeside(area);
  });
  area.addEventListener('pointermove', ({ clientX, clientY }) => {
    if (isDrawing) reachBeside(area, clientX, clientY);
  });
  for (const end of ['pointerup', 'pointercancel', 'blur']) {
    addEventListener(end, () => {
      isDrawing = false;
      area.remove();
    });
  }
}

/** Puts the area behind the line where the selection ends now; where it was drawn upwards, before it. */
function putBeside(area: HTMLElement): void {
  const selection = getSelection();
  const line = lineOf(selection?.focusNode ?? null);
  if (!selection || selection.isCollapsed || !line) return;
  const isUpwards = selection.direction === 'backward';
  if ((isUpwards ? line.previousSibling : line.nextSibling) === area) return;
  if (isUpwards) line.before(area);
  else line.after(area);
}

/** Extends the selection to that end of a line beside a point which is nearer; lines of other columns are not beside it. */
function reachBeside(area: HTMLElement, x: number, y: number): void {
  const reached = lineOf(getSelection()?.focusNode ?? null)?.getBoundingClientRect();
  if (!reached) return;
  const [nearest] = [...(area.closest('.text')?.querySelectorAll<HTMLElement>('.line') ?? [])]
    .map((line) => ({ line, rect: line.getBoundingClientRect() }))
    .filter(({ rect }) => rect.top <= y && rect.bottom >= y)
    .filter(({ rect }) => rect.left < reached.right && rect.right > reached.left)
    .map(({ line, rect }) => ({ line, isAfter: x > rect.right, away: Math.max(rect.left - x, x - rect.right) }))
    .sort((a, b) => a.away - b.away);
  if (!nearest) return;
  const { line, isAfter } = nearest;
  const isLeftToRight = getComputedStyle(line).direction === 'ltr';
  getSelection()?.extend(line, isAfter === isLeftToRight ? line.childNodes.length : 0);
}

function lineOf(node: EventTarget | null): HTMLElement | undefined {
  const found = node instanceof Element ? node : node instanceof Node ? node.parentElement : undefined;
  return found?.closest<HTMLElement>('.line') ?? undefined;
}
