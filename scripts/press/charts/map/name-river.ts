import type { TextMetrics } from '../text-metrics.ts';
import { boxAround, type Label, labelSize, type PlacedLabel } from './label.ts';
import { grown, isInside, isWithin, type Line, lineMeets, overlap, type Point, type Rect } from './plane.ts';

export interface RiverRoom {
  /** The visible parts of the river. */
  readonly course: readonly Line[];
  /** The country of the map: a name stands best inside it. */
  readonly rings: readonly Line[];
  readonly frame: Rect;
  readonly boxes: readonly Rect[];
  /** Other lines: rivers and borders. */
  readonly lines: readonly Line[];
}

/** In points: how far a name stands from its river, and how often along it a place is tried. */
const gap = 3;
const step = 4;

/** Sets a river's name beside a free stretch of it, as near to the middle of its course as may be; undefined where there is none. */
export function nameRiver(label: Label, room: RiverRoom, metrics: TextMetrics): PlacedLabel | undefined {
  const size = labelSize(label, metrics);
  const stretches = along(room.course);
  let best: { readonly box: Rect; readonly cost: number } | undefined;
  for (const [index, [x, y]] of stretches.entries()) {
    const offMiddle = Math.abs(index / Math.max(1, stretches.length - 1) - 0.5);
    for (const [middle, preference] of beside([x, y], size)) {
      const box = boxAround(middle, size);
      const cost = preference + 6 * offMiddle + (isWithin(middle, room.rings) ? 0 : 4);
      if (cost < (best?.cost ?? Number.POSITIVE_INFINITY) && isFree(box, room)) best = { box, cost };
    }
  }
  return best && { ...label, box: best.box };
}

function isFree(box: Rect, { frame, boxes, lines, course }: RiverRoom): boolean {
  const wide = grown(box, 1.5);
  return (
    isInside(grown(box, 4), frame) &&
    !boxes.some((other) => overlap(wide, other)) &&
    ![...lines, ...course].some((line) => lineMeets(line, wide))
  );
}

/** Middles of boxes above, below, right and left of a point of the river. */
function beside(
  [x, y]: Point,
  { width, height }: { readonly width: number; readonly height: number },
): readonly (readonly [Point, number])[] {
  const [dx, dy] = [width / 2 + gap, height / 2 + gap];
  return [
    [[x, y - dy], 0],
    [[x, y + dy], 0.5],
    [[x + dx, y], 0.2],
    [[x - dx, y], 0.7],
    [[x + dx * 0.8, y - dy], 0.3],
    [[x - dx * 0.8, y - dy], 0.4],
    [[x + dx * 0.8, y + dy], 0.6],
    [[x - dx * 0.8, y + dy], 0.8],
  ];
}

/** Points at equal distances along all parts of a course. */
function along(course: readonly Line[]): readonly Point[] {
  return course.flatMap((line) => {
    const points: Point[] = [];
    let left = 0;
    line.forEach((point, index) => {
      const before = line[index - 1];
      if (!before) return;
      const length = Math.hypot(point[0] - before[0], point[1] - before[1]);
      for (let at = left; at < length; at += step) {
        points.push([
          before[0] + ((point[0] - before[0]) * at) / length,
          before[1] + ((point[1] - before[1]) * at) / length,
        ]);
      }
      left = (left - length) % step;
      if (left < 0) left += step;
    });
    return points;
  });
}
