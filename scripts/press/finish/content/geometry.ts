/** A transformation of the plane (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

type Point = readonly [x: number, y: number];

export const identity: Matrix = [1, 0, 0, 1, 0, 0];

/** The transformation that does the first, then the second. By index: to take arrays apart costs an iterator for each. */
export function multiply(one: Matrix, next: Matrix): Matrix {
  return [
    one[0] * next[0] + one[1] * next[2],
    one[0] * next[1] + one[1] * next[3],
    one[2] * next[0] + one[3] * next[2],
    one[2] * next[1] + one[3] * next[3],
    one[4] * next[0] + one[5] * next[2] + next[4],
    one[4] * next[1] + one[5] * next[3] + next[5],
  ];
}

export function transform(point: Point, matrix: Matrix): Point {
  return [
    matrix[0] * point[0] + matrix[2] * point[1] + matrix[4],
    matrix[1] * point[0] + matrix[3] * point[1] + matrix[5],
  ];
}

/** A rectangle with its sides along the axes, in points. */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** A box that grows with its points. */
export interface GrowingBox {
  add(x: number, y: number): void;
  /** The smallest box around all points; undefined before the first. */
  around(): Box | undefined;
}

export function growingBox(): GrowingBox {
  let [left, bottom, right, top] = [Infinity, Infinity, -Infinity, -Infinity];
  return {
    add(x, y) {
      if (x < left) left = x;
      if (x > right) right = x;
      if (y < bottom) bottom = y;
      if (y > top) top = y;
    },
    around: () => (left > right ? undefined : { left, bottom, right, top }),
  };
}

/** The box around both; either may be missing. */
export function joined(one: Box | undefined, other: Box | undefined): Box | undefined {
  if (!one || !other) return one ?? other;
  return {
    left: Math.min(one.left, other.left),
    bottom: Math.min(one.bottom, other.bottom),
    right: Math.max(one.right, other.right),
    top: Math.max(one.top, other.top),
  };
}

/** What both have in common; without room where they are apart. */
export function common(one: Box, other: Box): Box {
  const left = Math.max(one.left, other.left);
  const bottom = Math.max(one.bottom, other.bottom);
  return {
    left,
    bottom,
    right: Math.max(left, Math.min(one.right, other.right)),
    top: Math.max(bottom, Math.min(one.top, other.top)),
  };
}

/** The box around a transformed box. */
export function transformed({ left, bottom, right, top }: Box, matrix: Matrix): Box {
  const [a, b] = [transform([left, bottom], matrix), transform([right, top], matrix)];
  const [c, d] = [transform([left, top], matrix), transform([right, bottom], matrix)];
  return {
    left: Math.min(a[0], b[0], c[0], d[0]),
    bottom: Math.min(a[1], b[1], c[1], d[1]),
    right: Math.max(a[0], b[0], c[0], d[0]),
    top: Math.max(a[1], b[1], c[1], d[1]),
  };
}
