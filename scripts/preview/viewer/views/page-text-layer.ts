import { element, setAttributes } from '../dom/element.ts';
import { watched } from '../dom/watched.ts';
import { fitLine, grain, type TextRun } from '../layout/fit-line.ts';
import { groupLines, type LineGroup } from '../layout/group-lines.ts';
import type { Rect } from '../layout/lay-out-pages.ts';
import type { Size } from '../model/model.ts';
import type { PageText, TextBlock, TextLine, TextPart } from '../model/page-text.ts';
import { type Direction, directionOf } from './direction-of.ts';
import { measureText } from './measure-text.ts';

/** Parts of a row stand beside each other in what is copied, too. */
const cells: ReadonlySet<string | undefined> = new Set(['cell', 'columnheader', 'rowheader']);

/** A text, and the paper in points and the rectangle in CSS pixels that it lies over. */
export interface LayerShows {
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
export function createPageTextLayer(): {
  readonly element: HTMLElement;
  readonly show: (shows: LayerShows) => void;
} {
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
