import type { Size } from '../model/model.ts';
import type { Layout, Rect } from './lay-out-pages.ts';

/** What is seen of all pages, in CSS pixels. */
export interface Seen extends Size {
  readonly left: number;
  readonly top: number;
}

/** Where somebody reads: on the first page that reaches the upper third of the view, so far down it, in points. */
export function readingPlace({ pages, scale }: Layout, seen: Seen): { readonly page: number; readonly y: number } {
  const line = seen.top + seen.height / 3;
  const found = pages.findIndex(({ top, height }) => top + height >= line);
  const page = found === -1 ? Math.max(0, pages.length - 1) : found;
  return { page, y: Math.max(0, line - (pages[page]?.top ?? 0)) / scale };
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
