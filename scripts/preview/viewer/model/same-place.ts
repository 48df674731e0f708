import type { PlacedBox } from '../../protocol.ts';

/** The index of the box that holds, in a newer version, what a box held; undefined when it is gone. */
export function samePlace(box: PlacedBox | undefined, boxes: readonly PlacedBox[]): number | undefined {
  if (!box) return undefined;
  const alike = boxes.flatMap((other, index) =>
    other.kind === box.kind && other.label === box.label ? [{ index, away: distance(other, box) }] : [],
  );
  // Its words may have been changed: then it is what stands where it stood.
  const there = alike.length > 0 ? alike : boxes.flatMap((other, index) => overlapping(other, box, index));
  return there.length === 0 ? undefined : there.reduce((best, next) => (next.away < best.away ? next : best)).index;
}

function overlapping(other: PlacedBox, box: PlacedBox, index: number): readonly { index: number; away: number }[] {
  const same = other.kind === box.kind && other.file === box.file && other.page === box.page;
  return same && Math.abs(other.y - box.y) < box.height ? [{ index, away: distance(other, box) }] : [];
}

function distance(a: PlacedBox, b: PlacedBox): number {
  return Math.abs(a.page - b.page) * 10_000 + Math.abs(a.y - b.y) + Math.abs(a.x - b.x);
}
