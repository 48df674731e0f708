/** How pages stand: one under the other, as a reader opens them, or as many beside each other as there is room for. */
export const arrangements = ['single', 'spread', 'grid'] as const;
export type Arrangement = (typeof arrangements)[number];

/** What the zoom follows, or a ratio: 1 shows an inch of paper as 96 CSS pixels. */
export type Zoom = 'width' | 'page' | number;

/** Width and height: of paper in points, of screens in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

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
const leastScale = 0.05;

/** How pages are looked at. */
interface LayoutOptions {
  readonly arrangement: Arrangement;
  readonly zoom: Zoom;
  /** What is seen of the pages at once, in CSS pixels. */
  readonly viewport: Size;
}

/** The rows of a layout, in CSS pixels. */
interface Grid {
  readonly columns: number;
  /** CSS pixels a point. */
  readonly scale: number;
  /** The room around all pages, and between rows. */
  readonly room: number;
  /** The room between the pages of a row. */
  readonly gap: number;
  /** The width of a column, which is that of the widest page. */
  readonly column: number;
}

/**
 * Puts pages in rows.
 *
 * @param sizes of the pages, in points
 */
export function layOutPages(sizes: readonly Size[], view: LayoutOptions): Layout {
  const papers = sizes.length > 0 ? sizes : [letter];
  const widest = Math.max(...papers.map(({ width }) => width));
  const tallest = Math.max(...papers.map(({ height }) => height));
  const room = view.viewport.width < 600 ? 12 : 32;
  const gap = view.arrangement === 'spread' ? 2 : room;
  const fit = fitColumns(sizes.length, { width: widest, height: tallest }, { room, gap }, view);
  const scale = Math.max(leastScale, fit.scale);
  return placeInRows(sizes, { columns: fit.columns, scale, room, gap, column: widest * scale }, view);
}

/** How many pages stand in a row, and at which scale. */
function fitColumns(
  count: number,
  largest: Size,
  { room, gap }: Pick<Grid, 'room' | 'gap'>,
  { arrangement, zoom, viewport }: LayoutOptions,
): Pick<Grid, 'columns' | 'scale'> {
  const across = Math.max(1, viewport.width - 2 * room);
  const down = Math.max(1, viewport.height - 2 * room);
  const widthFor = (columns: number) => (across - (columns - 1) * gap) / columns / largest.width;
  const heightFor = (rows: number) => (down - (rows - 1) * room) / rows / largest.height;
  if (arrangement !== 'grid') {
    const columns = arrangement === 'spread' && count > 1 ? 2 : 1;
    if (typeof zoom === 'number') return { columns, scale: zoom * pixelsAPoint };
    return { columns, scale: zoom === 'width' ? widthFor(columns) : Math.min(widthFor(columns), heightFor(1)) };
  }
  if (typeof zoom === 'number') {
    const scale = zoom * pixelsAPoint;
    return { columns: Math.max(1, Math.floor((across + gap) / (largest.width * scale + gap))), scale };
  }
  if (zoom === 'width') {
    const most = Math.max(1, Math.min(count, 4, Math.floor((across + gap) / (gridWidth + gap))));
    return { columns: most, scale: widthFor(most) };
  }
  // All pages at once, as large as they can be.
  return Array.from({ length: Math.max(1, count) }, (_, index) => index + 1)
    .map((columns) => ({ columns, scale: Math.min(widthFor(columns), heightFor(Math.ceil(count / columns))) }))
    .reduce((best, next) => (next.scale > best.scale ? next : best));
}

function placeInRows(
  sizes: readonly Size[],
  { columns, scale, room, gap, column: columnWidth }: Grid,
  { arrangement, viewport }: LayoutOptions,
): Layout {
  const pages: Rect[] = [];
  const rowWidth = columns * columnWidth + (columns - 1) * gap;
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
      left: Math.round(start + column * (columnWidth + gap)),
      top: Math.round(top),
      width: Math.round(size.width * scale),
      height: Math.round(height),
    });
  });
  return { scale, pages, size: { width, height: top + rowHeight + room } };
}

/**
 * Where somebody reads: on the first page that reaches the upper third of the view, so far down it, in points.
 *
 * @param visible the part of all pages that is in view, in CSS pixels
 */
export function readingPlace({ pages, scale }: Layout, visible: Rect): { readonly page: number; readonly y: number } {
  const line = visible.top + visible.height / 3;
  const found = pages.findIndex(({ top, height }) => top + height >= line);
  const page = found === -1 ? Math.max(0, pages.length - 1) : found;
  return { page, y: Math.max(0, line - (pages[page]?.top ?? 0)) / scale };
}

/** The pages that are in view, or within so many heights of the view above and below it. */
export function pagesIn({ pages }: Layout, visible: Rect, heights: number): readonly number[] {
  const from = visible.top - heights * visible.height;
  const to = visible.top + (1 + heights) * visible.height;
  return pages.flatMap((page, index) => (reaches(page, from, to) ? [index] : []));
}

function reaches({ top, height }: Rect, from: number, to: number): boolean {
  return top < to && top + height > from;
}

/** A point in what is visible of the pages, in CSS pixels from its top left. */
interface ViewPoint {
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
export function holdPoint(layout: Layout, visible: Rect, at: ViewPoint, page?: number): Target | undefined {
  if (layout.pages.length === 0) return undefined;
  const anchor = anchorAt(layout, visible.left + at.x, visible.top + at.y, page);
  const point = pointOf(layout, anchor);
  return { kind: 'anchor', anchor, at: { x: point.x - visible.left, y: point.y - visible.top } };
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

/** A point of a page that stays where it is while pages move: as shares of the page's width and height. */
interface Anchor {
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
