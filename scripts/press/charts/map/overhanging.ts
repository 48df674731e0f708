import type { Measure } from '../measure.ts';
import { boxAround, type Label, labelSize, type PlacedLabel } from './label.ts';
import { gapBetween, isInside, isWithin, type Point, type Rect } from './plane.ts';
import type { Room } from './roomiest.ts';

/** How much of a name must lie on its own land to be read as its name. */
const onLand = 0.6;
/** In points: the grid on which places are tried, and the space kept to other names and to the frame. */
const step = 2;
const clearance = 3;

/**
 * Places a name that no land is wide enough for over the edges of its own, where most of it lies on it; undefined where
 * too little would.
 */
export function overhanging(label: Label, { rings, frame, boxes }: Room, measure: Measure): PlacedLabel | undefined {
  const size = labelSize(label, measure);
  const points = rings.flat();
  const [left, right] = [Math.min(...points.map(([x]) => x)), Math.max(...points.map(([x]) => x))];
  const [top, bottom] = [Math.min(...points.map(([, y]) => y)), Math.max(...points.map(([, y]) => y))];
  let best: { readonly box: Rect; readonly share: number } | undefined;
  for (let y = top; y <= bottom; y += step) {
    for (let x = left; x <= right; x += step) {
      const box = boxAround([x, y], size);
      const isFree =
        isInside(box, {
          x1: frame.x1 + clearance,
          y1: frame.y1 + clearance,
          x2: frame.x2 - clearance,
          y2: frame.y2 - clearance,
        }) && boxes.every((other) => gapBetween(box, other) >= clearance);
      if (!isFree) continue;
      const share = samples(box).filter((point) => isWithin(point, rings)).length / (columns * rows);
      if (share >= onLand && share > (best?.share ?? 0)) best = { box, share };
    }
  }
  return best && { ...label, box: best.box };
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
