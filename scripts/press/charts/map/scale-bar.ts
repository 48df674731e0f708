import type { TextMetrics } from '../text-metrics.ts';
import { boxAround, type Label, labelSize, type PlacedLabel } from './label.ts';
import { type Line, lineMeets, overlap, type Rect } from './plane.ts';

export interface ScaleBar {
  readonly x: number;
  readonly y: number;
  /** In points. */
  readonly length: number;
  readonly label: PlacedLabel;
  readonly box: Rect;
}

export interface ScaleBarPlace {
  readonly perKilometre: number;
  readonly frame: Rect;
  /** What it must not cover. */
  readonly boxes: readonly Rect[];
  readonly lines: readonly Line[];
  readonly language: string;
}

const lengths = [1000, 500, 200, 100, 50, 20, 10, 5, 2, 1] as const;
/** How long the bar may be: a share of the frame's width, and in points. */
const share = 0.2;
const longest = 64;
const inset = 10;
const tick = 3;

/** A bar of a round number of kilometres, with its number over it, in a corner where nothing else stands. */
export function scaleBar(
  style: Omit<Label, 'lines'>,
  { perKilometre, frame, boxes, lines, language }: ScaleBarPlace,
  metrics: TextMetrics,
): ScaleBar {
  const kilometres =
    lengths.find((length) => length * perKilometre <= Math.min(longest, share * (frame.x2 - frame.x1))) ?? 1;
  const length = kilometres * perKilometre;
  const text = new Intl.NumberFormat(language, { style: 'unit', unit: 'kilometer' }).format(kilometres);
  const label = { ...style, lines: [text] };
  const size = labelSize(label, metrics);
  const width = Math.max(length, size.width);
  const height = size.height + tick + 2;
  const corners = [
    { x1: frame.x1 + inset, y1: frame.y2 - inset - height },
    { x1: frame.x2 - inset - width, y1: frame.y2 - inset - height },
    { x1: frame.x1 + inset, y1: frame.y1 + inset },
    { x1: frame.x2 - inset - width, y1: frame.y1 + inset },
  ].map(({ x1, y1 }): Rect => ({ x1, y1, x2: x1 + width, y2: y1 + height }));
  const met = (corner: Rect): number =>
    10 * boxes.filter((box) => overlap(corner, box)).length + lines.filter((line) => lineMeets(line, corner)).length;
  const box = corners.reduce((best, corner) => (met(corner) < met(best) ? corner : best));
  const middle = (box.x1 + box.x2) / 2;
  return {
    x: middle - length / 2,
    y: box.y2,
    length,
    label: { ...label, box: boxAround([middle, box.y1 + size.height / 2], size) },
    box,
  };
}
