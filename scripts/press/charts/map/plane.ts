/** Geometry on the paper: points from the upper left corner of the drawing, y downwards. */
export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

export interface Rect {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export function grown(rect: Rect, by: number): Rect {
  return { x1: rect.x1 - by, y1: rect.y1 - by, x2: rect.x2 + by, y2: rect.y2 + by };
}

export function overlap(one: Rect, other: Rect): boolean {
  return one.x1 < other.x2 && other.x1 < one.x2 && one.y1 < other.y2 && other.y1 < one.y2;
}

/** The distance between two rectangles; 0 where they meet. */
export function gapBetween(one: Rect, other: Rect): number {
  return Math.hypot(
    Math.max(0, other.x1 - one.x2, one.x1 - other.x2),
    Math.max(0, other.y1 - one.y2, one.y1 - other.y2),
  );
}

export function isInside(rect: Rect, outer: Rect): boolean {
  return rect.x1 >= outer.x1 && rect.y1 >= outer.y1 && rect.x2 <= outer.x2 && rect.y2 <= outer.y2;
}

/** Whether a line touches a rectangle. */
export function lineMeets(line: Line, rect: Rect): boolean {
  return line.some((point, index) => {
    const before = line[index - 1];
    return before !== undefined && segmentMeets(before, point, rect);
  });
}

/** Clips the segment against the four sides (Liang and Barsky): it meets the rectangle if anything is left. */
function segmentMeets([ax, ay]: Point, [bx, by]: Point, { x1, y1, x2, y2 }: Rect): boolean {
  if (Math.max(ax, bx) < x1 || Math.min(ax, bx) > x2 || Math.max(ay, by) < y1 || Math.min(ay, by) > y2) return false;
  const [dx, dy] = [bx - ax, by - ay];
  let [from, to] = [0, 1];
  for (const [step, room] of [
    [-dx, ax - x1],
    [dx, x2 - ax],
    [-dy, ay - y1],
    [dy, y2 - ay],
  ] as const) {
    if (step === 0) {
      if (room < 0) return false;
    } else if (step < 0) from = Math.max(from, room / step);
    else to = Math.min(to, room / step);
  }
  return from <= to;
}

/** Whether a point is inside rings, by the even-odd rule. */
export function isWithin([x, y]: Point, rings: readonly Line[]): boolean {
  let inside = false;
  for (const ring of rings) {
    let previous = ring.at(-1);
    for (const point of ring) {
      if (previous && point[1] > y !== previous[1] > y) {
        const crossing = point[0] + ((y - point[1]) / (previous[1] - point[1])) * (previous[0] - point[0]);
        if (x < crossing) inside = !inside;
      }
      previous = point;
    }
  }
  return inside;
}

/** The distance from a point to the nearest of some lines. */
export function distanceTo([x, y]: Point, lines: readonly Line[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    for (let index = 1; index < line.length; index++) {
      const [a, b] = [line[index - 1], line[index]];
      if (!a || !b) continue;
      const [dx, dy] = [b[0] - a[0], b[1] - a[1]];
      const length = dx * dx + dy * dy;
      const along = length === 0 ? 0 : Math.min(1, Math.max(0, ((x - a[0]) * dx + (y - a[1]) * dy) / length));
      const [ox, oy] = [x - a[0] - along * dx, y - a[1] - along * dy];
      least = Math.min(least, ox * ox + oy * oy);
    }
  }
  return Math.sqrt(least);
}

/** A line without the points that lie closer than `step` to the one kept before; its ends stay. */
export function thinned(line: Line, step: number): Line {
  const kept: Point[] = [];
  line.forEach((point, index) => {
    const last = kept.at(-1);
    if (!last || index === line.length - 1 || Math.hypot(point[0] - last[0], point[1] - last[1]) >= step)
      kept.push(point);
  });
  return kept;
}
