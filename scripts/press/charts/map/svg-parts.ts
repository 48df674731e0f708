import { escaped, points } from '../clean-svg.ts';
import type { Size } from '../views.ts';
import { baselines, type PlacedLabel } from './label.ts';
import { grown, type Point, type Rect } from './plane.ts';

export type Attributes = Readonly<Record<string, string | number>>;

/** An SVG element without content. */
export function shape(tag: 'path' | 'circle' | 'rect', attributes: Attributes): string {
  return `<${tag}${written(attributes)}/>`;
}

/** A label as SVG text, one element a line. */
export function lettered(label: PlacedLabel): string {
  const { family, size, weight, style } = label.face;
  return baselines(label)
    .map(([x, y], index) => {
      const attributes = {
        x,
        y,
        'text-anchor': 'middle',
        'font-family': `'${family}'`,
        'font-size': size,
        ...(weight === 400 ? {} : { 'font-weight': weight }),
        ...(style === 'normal' ? {} : { 'font-style': style }),
        ...(label.spacing === undefined ? {} : { 'letter-spacing': label.spacing }),
        fill: label.colour,
      };
      return `<text${written(attributes)}>${escaped(label.lines[index] ?? '')}</text>`;
    })
    .join('');
}

/**
 * Lines that stop short of labels, so that none runs through letters. A halo would do the same, but Chromium prints the
 * outline of letters as a second text under the first, and readers would hear every name twice.
 *
 * @param boxes of the labels; no two overlap
 */
export function clearOf(boxes: readonly Rect[], { width, height }: Size, id: string, lines: string): string {
  const outer = { x1: 0, y1: 0, x2: width, y2: height };
  const holes = boxes.map((box) => grown(box, around));
  const d = [outer, ...holes]
    .map(({ x1, y1, x2, y2 }) => `M${points(x1)},${points(y1)}H${points(x2)}V${points(y2)}H${points(x1)}Z`)
    .join('');
  const clip = `<clipPath id="${escaped(id)}"><path${written({ d, 'clip-rule': 'evenodd' })}/></clipPath>`;
  return `${clip}<g clip-path="url(#${escaped(id)})">${lines}</g>`;
}

/** In points: how far lines keep from letters. */
const around = 0.7;

/** A line through points, as path data. */
export function through(line: readonly Point[]): string {
  return line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${points(x)},${points(y)}`).join('');
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? points(value) : escaped(value)}"`)
    .join('');
}
