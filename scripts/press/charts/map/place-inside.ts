import type { TextMetrics } from '../text-metrics.ts';
import { boxAround, type Label, labelSize, type PlacedLabel } from './label.ts';
import {
  distanceTo,
  gapBetween,
  grown,
  isWithin,
  type Line,
  lineMeets,
  type Point,
  type Rect,
  thinned,
} from './plane.ts';

export interface Room {
  /** The visible part of a country. */
  readonly rings: readonly Line[];
  readonly frame: Rect;
  /** What a name must not cover. */
  readonly boxes: readonly Rect[];
  readonly lines: readonly Line[];
}

/** In points: the grid on which places are tried, in small land a finer one; the space kept to edges; the detail of borders that matters. */
const widest = 6;
const finest = 2;
const across = 16;
const clearance = 3;
const detail = 2;

/**
 * Places a name inside the visible part of a country where it has the most room around it (the box's kin of the
 * pole of inaccessibility), clear of labels and lines; undefined where it does not fit.
 *
 * @param labels the same name in one line or more, best first
 */
export function placeInside(labels: readonly Label[], room: Room, metrics: TextMetrics): PlacedLabel | undefined {
  const rings = room.rings.map((ring) => thinned(ring, detail));
  const edges = rings.filter((ring) => ring.length > 2);
  for (const label of labels) {
    const size = labelSize(label, metrics);
    let best: { readonly box: Rect; readonly space: number } | undefined;
    for (const middle of grid(edges, room.frame)) {
      const box = boxAround(middle, size);
      const space = spaceAround(box, edges, room, best?.space ?? 0);
      if (space > (best?.space ?? 0)) best = { box, space };
    }
    if (best) return { ...label, box: best.box };
  }
  return undefined;
}

/** How far the box is from all edges; 0 where it does not fit, or has no more room than was found before. */
function spaceAround(box: Rect, edges: readonly Line[], { frame, boxes, lines }: Room, found: number): number {
  const toFrame = Math.min(box.x1 - frame.x1, box.y1 - frame.y1, frame.x2 - box.x2, frame.y2 - box.y2);
  const toBoxes = Math.min(Number.POSITIVE_INFINITY, ...boxes.map((other) => gapBetween(box, other)));
  const sofar = Math.min(toFrame, toBoxes);
  if (sofar <= Math.max(clearance, found)) return 0;
  if (!isWithin([(box.x1 + box.x2) / 2, (box.y1 + box.y2) / 2], edges)) return 0;
  // With room all round, more than was found before: anything that meets this wider box makes it worse.
  const wide = grown(box, Math.max(clearance, found));
  if (edges.some((edge) => lineMeets(edge, wide)) || lines.some((line) => lineMeets(line, grown(box, clearance))))
    return 0;
  return Math.min(sofar, ...samples(box).map((point) => distanceTo(point, edges)));
}

function samples({ x1, y1, x2, y2 }: Rect): readonly Point[] {
  const [x, y] = [(x1 + x2) / 2, (y1 + y2) / 2];
  return [
    [x1, y1],
    [x, y1],
    [x2, y1],
    [x1, y2],
    [x, y2],
    [x2, y2],
    [x1, y],
    [x2, y],
  ];
}

function grid(edges: readonly Line[], frame: Rect): readonly Point[] {
  let [x1, y1, x2, y2] = [frame.x2, frame.y2, frame.x1, frame.y1];
  for (const [x, y] of edges.flat())
    [x1, y1, x2, y2] = [Math.min(x1, x), Math.min(y1, y), Math.max(x2, x), Math.max(y2, y)];
  const step = Math.min(widest, Math.max(finest, Math.min(x2 - x1, y2 - y1) / across));
  const points: Point[] = [];
  for (let y = y1; y <= y2; y += step) for (let x = x1; x <= x2; x += step) points.push([x, y]);
  return points;
}
