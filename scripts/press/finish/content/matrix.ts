/** A transformation of the plane (ISO 32000-1, 8.3.3): x' = ax + cy + e, y' = bx + dy + f. */
export type Matrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export type Point = readonly [x: number, y: number];

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
