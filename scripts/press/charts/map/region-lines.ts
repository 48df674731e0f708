import { distanceTo, type Line, type Point } from './plane.ts';

/** In points: nearer to the country's outline than this, a region's border is that outline. */
const near = 2.2;

/** The borders of a region within its country: where they are the country's own, they are not drawn a second time. */
export function regionLines(rings: readonly Line[], outline: readonly Line[]): readonly Line[] {
  return rings.flatMap((ring) => {
    const lines: Point[][] = [[]];
    for (const point of ring) {
      if (distanceTo(point, outline) > near) lines.at(-1)?.push(point);
      else if (lines.at(-1)?.length !== 0) lines.push([]);
    }
    return lines.filter((line) => line.length > 1);
  });
}
