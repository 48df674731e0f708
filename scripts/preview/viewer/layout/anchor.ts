import type { Layout } from './lay-out-pages.ts';

/** A point of a page that stays where it is while pages move: as shares of the page's width and height. */
export interface Anchor {
  readonly page: number;
  readonly across: number;
  readonly down: number;
}

/** The anchor at a point of all pages: on the page that is named, its point that is nearest; else on the nearest page. */
export function anchorAt({ pages }: Layout, x: number, y: number, named?: number): Anchor {
  const distances = pages.map(
    ({ left, top, width, height }) =>
      Math.max(left - x, 0, x - left - width) ** 2 + Math.max(top - y, 0, y - top - height) ** 2,
  );
  const page = named ?? Math.max(0, distances.indexOf(Math.min(...distances)));
  const rect = pages[page];
  if (!rect) return { page, across: 0, down: 0 };
  const { left, top, width, height } = rect;
  const [nearX, nearY] = named === undefined ? [x, y] : [within(x, left, width), within(y, top, height)];
  return { page, across: (nearX - left) / width, down: (nearY - top) / height };
}

function within(value: number, from: number, length: number): number {
  return Math.min(Math.max(value, from), from + length);
}

/** Where an anchor lies now; a page that is gone is taken for the last. */
export function pointOf({ pages }: Layout, { page, across, down }: Anchor): { readonly x: number; readonly y: number } {
  const rect = pages[page] ?? pages.at(-1);
  return rect ? { x: rect.left + across * rect.width, y: rect.top + down * rect.height } : { x: 0, y: 0 };
}
