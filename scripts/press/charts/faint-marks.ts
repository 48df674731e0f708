import { expressionFunction } from 'vega';
import type { Scene } from 'vega-scenegraph';

/** A colour in which a mark is drawn, and its contrast to the paper. */
export interface FaintMark {
  readonly colour: string;
  readonly contrast: number;
}

/** The least contrast of what is needed to understand a graphic to what it stands on (WCAG 2.2, 1.4.11). */
export const leastContrast = 3;

const shapes = new Set(['arc', 'area', 'line', 'path', 'rect', 'rule', 'shape', 'symbol', 'trail']);

/**
 * The colours of marks that neither by their fill nor by their outline reach the least contrast to the paper. What is
 * drawn in the very colour of the paper parts others, and is no mark; axes, heads, legends and text are not looked at.
 */
export function faintMarks(scene: Scene, paper: string): readonly FaintMark[] {
  const found = new Map<string, number>();
  visit(scene);
  return [...found].map(([colour, contrast]) => ({ colour, contrast }));

  function visit(part: Scene): void {
    const isMark = part.role === 'mark' && part.marktype !== undefined && shapes.has(part.marktype);
    for (const item of part.items ?? []) {
      if (isMark) look(item);
      else visit(item);
    }
  }

  function look(item: Scene): void {
    if (item.bounds?.empty()) return;
    const inks = [
      inkOf(item.fill, (item.fillOpacity ?? 1) * (item.opacity ?? 1)),
      (item.strokeWidth ?? 1) > 0 ? inkOf(item.stroke, (item.strokeOpacity ?? 1) * (item.opacity ?? 1)) : undefined,
    ].filter((ink) => ink !== undefined);
    const [strongest] = inks.toSorted((one, other) => other.contrast - one.contrast);
    if (!strongest || strongest.contrast >= leastContrast || strongest.contrast < 1.005) return;
    const { colour, contrast } = inks[0] ?? strongest;
    found.set(colour, contrast);
  }

  function inkOf(paint: unknown, opacity: number): FaintMark | undefined {
    if (typeof paint !== 'string' || paint === 'none' || paint === 'transparent' || opacity === 0) return undefined;
    const [ink, ground] = [parsed(paint), parsed(paper)];
    const share = opacity * ink.opacity;
    const channel = (of: 'r' | 'g' | 'b'): number => Math.round(ink[of] * share + ground[of] * (1 - share));
    const contrast = vegaContrast(`rgb(${channel('r')}, ${channel('g')}, ${channel('b')})`, paper);
    return Number.isFinite(contrast) ? { colour: paint, contrast } : undefined;
  }
}

interface Rgb {
  readonly r: number;
  readonly g: number;
  readonly b: number;
  readonly opacity: number;
}

// Vega's own functions for expressions, which know every notation of a colour; its types do not tell what they give.
const parsed = expressionFunction('rgb') as (colour: string) => Rgb;
const vegaContrast = expressionFunction('contrast') as (one: string, other: string) => number;
