import type { TextMetrics } from '../text-metrics.ts';
import { boxAround, type Label, labelSize, type PlacedLabel } from './label.ts';
import type { Room } from './place-inside.ts';
import { gapBetween, grown, isInside, isWithin, type Line, lineMeets, type Point, type Rect } from './plane.ts';

export interface OpenRoom extends Room {
  /** Lines that a name must not cross: the outline of the country that the map is of. */
  readonly barred: readonly Line[];
  /** All other land: a name that reaches over it reads as its name. */
  readonly otherLand: readonly (readonly Line[])[];
}

/** How much of a name must lie on its own land, and how much may lie on another's, to be read as its name. */
const onLand = 0.3;
const onOther = 0.1;
/** In points: the grid on which places are tried, and the space kept to other names, to the frame and to barred lines. */
const step = 2;
const clearance = 3;
const apart = 1.5;

/**
 * Places a name that no land is wide enough for over the edges of its own, towards the sea if it can, and never over the
 * outline of the map's country; undefined where it would not be read as its land's.
 */
export function placeOverEdges(label: Label, room: OpenRoom, metrics: TextMetrics): PlacedLabel | undefined {
  const { rings, frame, boxes, barred, otherLand } = room;
  const size = labelSize(label, metrics);
  const points = rings.flat();
  const half = size.width / 2;
  const [left, right] = [Math.min(...points.map(([x]) => x)) - half, Math.max(...points.map(([x]) => x)) + half];
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  const inner = grown(frame, -clearance);
  let best: { readonly box: Rect; readonly gain: number } | undefined;
  for (let y = top; y <= bottom; y += step) {
    for (let x = left; x <= right; x += step) {
      const box = boxAround([x, y], size);
      const isFree =
        isInside(box, inner) &&
        boxes.every((other) => gapBetween(box, other) >= clearance) &&
        !barred.some((line) => lineMeets(line, grown(box, apart)));
      if (!isFree) continue;
      const own = shareOn(box, [rings]);
      const other = shareOn(box, otherLand);
      const gain = own - 2 * other;
      if (own >= onLand && other <= onOther && gain > (best?.gain ?? Number.NEGATIVE_INFINITY)) best = { box, gain };
    }
  }
  return best && { ...label, box: best.box };
}

function shareOn(box: Rect, lands: readonly (readonly Line[])[]): number {
  const on = samples(box).filter((point) => lands.some((rings) => isWithin(point, rings)));
  return on.length / (columns * rows);
}

const columns = 9;
const rows = 3;

/** Points evenly over a box. */
function samples({ x1, y1, x2, y2 }: Rect): readonly Point[] {
  return Array.from({ length: columns * rows }, (_, index): Point => {
    const [column, row] = [index % columns, Math.floor(index / columns)];
    return [x1 + ((column + 0.5) / columns) * (x2 - x1), y1 + ((row + 0.5) / rows) * (y2 - y1)];
  });
}
