import type { Arrangement, Size, Zoom } from '../model/model.ts';

/** A rectangle in CSS pixels, from the top left of all pages. */
export interface Rect {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** Where each page stands. */
export interface Layout {
  /** CSS pixels a point. */
  readonly scale: number;
  readonly pages: readonly Rect[];
  /** Of all pages with the room around them. */
  readonly size: Size;
}

/** CSS pixels a point at a zoom of 1. */
export const pixelsAPoint = 96 / 72;
/** What pages are taken for before there are any: US Letter, in points. */
const letter: Size = { width: 612, height: 792 };
/** Pages of a row in a grid are at least this wide while the zoom follows the window. */
const gridWidth = 170;

/**
 * Puts pages in rows.
 *
 * @param sizes of the pages, in points
 * @param viewport what is seen of them at once, in CSS pixels
 */
export function layOutPages(
  sizes: readonly Size[],
  { arrangement, zoom, viewport }: { readonly arrangement: Arrangement; readonly zoom: Zoom; readonly viewport: Size },
): Layout {
  const room = viewport.width < 600 ? 12 : 32;
  const gap = arrangement === 'spread' ? 2 : room;
  const papers = sizes.length > 0 ? sizes : [letter];
  const widest = Math.max(...papers.map(({ width }) => width));
  const tallest = Math.max(...papers.map(({ height }) => height));
  const across = Math.max(1, viewport.width - 2 * room);
  const down = Math.max(1, viewport.height - 2 * room);
  const widthFor = (columns: number) => (across - (columns - 1) * gap) / columns / widest;
  const heightFor = (rows: number) => (down - (rows - 1) * room) / rows / tallest;

  const fitting = (): { readonly columns: number; readonly scale: number } => {
    if (arrangement !== 'grid') {
      const columns = arrangement === 'spread' && sizes.length > 1 ? 2 : 1;
      if (typeof zoom === 'number') return { columns, scale: zoom * pixelsAPoint };
      return { columns, scale: zoom === 'width' ? widthFor(columns) : Math.min(widthFor(columns), heightFor(1)) };
    }
    if (typeof zoom === 'number') {
      const scale = zoom * pixelsAPoint;
      return { columns: Math.max(1, Math.floor((across + gap) / (widest * scale + gap))), scale };
    }
    const most = Math.max(1, Math.min(sizes.length, Math.floor((across + gap) / (gridWidth + gap))));
    if (zoom === 'width') return { columns: Math.min(most, 4), scale: widthFor(Math.min(most, 4)) };
    // All pages at once, as large as they can be.
    return Array.from({ length: Math.max(1, sizes.length) }, (_, index) => index + 1)
      .map((columns) => ({
        columns,
        scale: Math.min(widthFor(columns), heightFor(Math.ceil(sizes.length / columns))),
      }))
      .reduce((best, next) => (next.scale > best.scale ? next : best));
  };
  const { columns, scale: wanted } = fitting();
  const scale = Math.max(0.05, wanted);

  const pages: Rect[] = [];
  const rowWidth = columns * widest * scale + (columns - 1) * gap;
  const width = Math.max(viewport.width, rowWidth + 2 * room);
  const start = (width - rowWidth) / 2;
  // Recto pages stand on the right: the first is alone.
  const skipped = arrangement === 'spread' && columns === 2 ? 1 : 0;
  let top = room;
  let rowHeight = 0;
  sizes.forEach((size, index) => {
    const column = (index + skipped) % columns;
    if (column === 0 && index > 0) {
      top += rowHeight + room;
      rowHeight = 0;
    }
    const height = size.height * scale;
    rowHeight = Math.max(rowHeight, height);
    pages.push({
      left: Math.round(start + column * (widest * scale + gap)),
      top: Math.round(top),
      width: Math.round(size.width * scale),
      height: Math.round(height),
    });
  });
  return { scale, pages, size: { width, height: top + rowHeight + room } };
}
