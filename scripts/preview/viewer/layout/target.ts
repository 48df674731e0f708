import { type Anchor, anchorAt, pointOf } from './anchor.ts';
import type { Layout } from './lay-out-pages.ts';
import type { Seen } from './seen.ts';

/** A point in what is seen, in CSS pixels from its top left. */
export interface ViewPoint {
  readonly x: number;
  readonly y: number;
}

/** Where to scroll: to a place of a page, in points from its top, or so that an anchor lies at a point of the view. */
export type Target =
  | { readonly kind: 'goal'; readonly page: number; readonly y: number }
  | { readonly kind: 'anchor'; readonly anchor: Anchor; readonly at: ViewPoint };

/** Room that stays above a place that was jumped to, in CSS pixels. */
const headroom = 16;

/** The target that keeps what lies at a point of the view where it is; with a page, what of that page is nearest to it. */
export function holdPoint(layout: Layout, seen: Seen, at: ViewPoint, page?: number): Target | undefined {
  if (layout.pages.length === 0) return undefined;
  const anchor = anchorAt(layout, seen.left + at.x, seen.top + at.y, page);
  const point = pointOf(layout, anchor);
  return { kind: 'anchor', anchor, at: { x: point.x - seen.left, y: point.y - seen.top } };
}

/** The scroll position of a target; undefined while there are no pages. */
export function positionOf(
  target: Target,
  layout: Layout,
): { readonly left: number; readonly top: number } | undefined {
  const last = layout.pages.at(-1);
  if (!last) return undefined;
  if (target.kind === 'goal') {
    const page = layout.pages[target.page] ?? last;
    return { left: page.left - headroom, top: page.top + target.y * layout.scale - headroom };
  }
  const point = pointOf(layout, target.anchor);
  return { left: point.x - target.at.x, top: point.y - target.at.y };
}
