/** A rectangle on a page, in points from its lower left corner (ISO 32000-1, 8.3.2.3). */
export interface Box {
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly top: number;
}

/** The smallest box around boxes; undefined around none. */
export function around(boxes: readonly Box[]): Box | undefined {
  const [first, ...rest] = boxes;
  if (!first) return undefined;
  return rest.reduce(
    (all, box) => ({
      left: Math.min(all.left, box.left),
      bottom: Math.min(all.bottom, box.bottom),
      right: Math.max(all.right, box.right),
      top: Math.max(all.top, box.top),
    }),
    first,
  );
}

/**
 * Whether a box stands on the line of another. Raised digits reach over their line, but not as far as the line above.
 * An underscore lies lower than the letters after it, but right beside them.
 */
export function isOnLine(line: Box, box: Box): boolean {
  const { across, up } = overlapOf(line, box);
  const [low, high] = [line.top - line.bottom, box.top - box.bottom].sort((a, b) => a - b) as [number, number];
  return up > 0.3 * low || (Math.abs(across) < 1.5 && -up < 0.5 * high);
}

/** By how many points two boxes overlap, across and up; negative where they are apart. */
export function overlapOf(one: Box, other: Box): { readonly across: number; readonly up: number } {
  return {
    across: Math.min(one.right, other.right) - Math.max(one.left, other.left),
    up: Math.min(one.top, other.top) - Math.max(one.bottom, other.bottom),
  };
}

/** Whether a box reaches past an area, by more than so many points. */
export function reachesPast(box: Box, area: Box, tolerance: number): boolean {
  return (
    box.left < area.left - tolerance ||
    box.right > area.right + tolerance ||
    box.bottom < area.bottom - tolerance ||
    box.top > area.top + tolerance
  );
}
