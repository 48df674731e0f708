import type { Size } from '../model/model.ts';
import type { Layout, Rect } from './lay-out-pages.ts';

/** What is seen of all pages, in CSS pixels. */
export interface Seen extends Size {
  readonly left: number;
  readonly top: number;
}

/** The page that is being read: of those in view, the first that reaches the upper third. */
export function pageAt({ pages }: Layout, seen: Seen): number {
  const line = seen.top + seen.height / 3;
  const found = pages.findIndex(({ top, height }) => top + height >= line);
  return found === -1 ? Math.max(0, pages.length - 1) : found;
}

/** The pages that are in view, or within so many heights of the view above and below it. */
export function pagesIn({ pages }: Layout, seen: Seen, heights: number): readonly number[] {
  const from = seen.top - heights * seen.height;
  const to = seen.top + (1 + heights) * seen.height;
  return pages.flatMap((page, index) => (reaches(page, from, to) ? [index] : []));
}

function reaches({ top, height }: Rect, from: number, to: number): boolean {
  return top < to && top + height > from;
}
