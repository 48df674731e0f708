import type { Face, TextMetrics } from '../text-metrics.ts';
import type { Point, Rect } from './plane.ts';

/** A text on a map, before it has its place. */
export interface Label {
  readonly lines: readonly string[];
  readonly face: Face;
  readonly colour: string;
  /** In points: what letters stand apart, as in the names of areas. */
  readonly spacing?: number | undefined;
}

export interface PlacedLabel extends Label {
  /** What the letters cover. */
  readonly box: Rect;
}

/** Of the type's size: how far letters reach above the baseline of the first line, and below that of the last. */
const ascent = 0.7;
const descent = 0.2;
const leading = 1.15;

export interface LabelSize {
  readonly width: number;
  readonly height: number;
}

export function labelSize({ lines, face, spacing = 0 }: Label, metrics: TextMetrics): LabelSize {
  return {
    width: Math.max(...lines.map((line) => metrics.width(line, face) + spacing * line.length)),
    height: face.size * (ascent + descent + leading * (lines.length - 1)),
  };
}

/** The baselines of a label's lines and the middle of its box, from which they are set. */
export function baselines({ box, lines, face }: PlacedLabel): readonly Point[] {
  const x = (box.x1 + box.x2) / 2;
  return lines.map((_, index) => [x, box.y1 + face.size * (ascent + leading * index)]);
}

/** The box of this size around a middle. */
export function boxAround([x, y]: Point, { width, height }: LabelSize): Rect {
  return { x1: x - width / 2, y1: y - height / 2, x2: x + width / 2, y2: y + height / 2 };
}
