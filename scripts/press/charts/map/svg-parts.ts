import { escaped, points } from '../clean-svg.ts';
import { baselines, type PlacedLabel } from './label.ts';
import type { Point } from './plane.ts';

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
        fill: label.colour,
      };
      return `<text${written(attributes)}>${escaped(label.lines[index] ?? '')}</text>`;
    })
    .join('');
}

/** A line through points, as path data. */
export function through(line: readonly Point[]): string {
  return line.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${points(x)},${points(y)}`).join('');
}

function written(attributes: Attributes): string {
  return Object.entries(attributes)
    .map(([name, value]) => ` ${name}="${typeof value === 'number' ? points(value) : escaped(value)}"`)
    .join('');
}
