import type { Unit } from '../content/content.ts';
import { boxOnPage, type ContentStream } from '../content/pages.ts';
import { type Element, type Kid, marksUnder } from '../structure/element.ts';
import type { UnitReader } from '../text/text-reader.ts';
import type { Rule } from './rule.ts';
import { isCell, isColumnHead, rowsOf } from './tables.ts';

/**
 * Takes out what the head and the foot of a table repeat: Chromium draws both on each of its pages and columns, and tags
 * them each time. Rows that merely say a thing twice stay as they are.
 */
export function dropRepeats(read: UnitReader): Rule & { readonly dropped: ReadonlySet<Unit> } {
  const dropped = new Set<Unit>();
  return {
    types: ['Table'],
    repair(table): Element {
      const repeats = repeatsIn(rowsOf(table), read);
      for (const unit of repeats) dropped.add(unit);
      return repeats.size === 0 ? table : without(table, repeats);
    },
    /** What was taken out so far. */
    dropped,
  };
}

/** What the first rows repeat, as many as do, and what the last do. */
function repeatsIn(rows: readonly Element[], read: UnitReader): ReadonlySet<Unit> {
  const repeats = new Set<Unit>();
  const starts = new Map<Element, readonly PagePosition[]>();
  const startsOf = (row: Element): readonly PagePosition[] => {
    const known = starts.get(row) ?? startsOn(row);
    starts.set(row, known);
    return known;
  };
  let first = 0;
  for (const row of rows) {
    first += 1;
    const others = () => rows.slice(first).flatMap(startsOf);
    const own = repeatsOf(textsIn(row, read), row.kids.every(isColumnHead) ? 'head' : 'first row', others);
    if (own.length === 0) break;
    for (const unit of own) repeats.add(unit);
  }
  for (let last = rows.length - 1; last >= first; last -= 1) {
    const others = () => rows.slice(first - 1, last).flatMap(startsOf);
    const own = repeatsOf(textsIn(rows[last], read), 'last row', others);
    if (own.length === 0) break;
    for (const unit of own) repeats.add(unit);
  }
  return repeats;
}

/** What the cells of a row show. */
function textsIn(row: Element | undefined, read: UnitReader): readonly (readonly CellText[])[] {
  return (row?.kids ?? []).map((cell) => {
    const texts: CellText[] = [];
    for (const { stream, units } of cell.kind === 'element' ? marksUnder(cell) : []) {
      for (const unit of units) {
        const { text } = read(stream, unit);
        if (text !== '') texts.push({ unit, stream, text });
      }
    }
    return texts;
  });
}

/** Where a row begins on each of its pages. */
function startsOn(row: Element): readonly PagePosition[] {
  const byPage = new Map<number, PagePosition>();
  for (const { stream, units } of marksUnder(row)) {
    for (const unit of byPage.has(stream.page) ? [] : units) {
      const place = positionOnPage(stream, unit);
      if (place) byPage.set(stream.page, place);
      if (place) break;
    }
  }
  return [...byPage.values()];
}

function without(tag: Element, repeats: ReadonlySet<Unit>): Element {
  return {
    ...tag,
    kids: tag.kids.flatMap((kid): readonly Kid[] => {
      if (kid.kind === 'element') {
        const left = without(kid, repeats);
        return left.kids.length === 0 && kid.kids.length > 0 && !isCell(kid) ? [] : [left];
      }
      if (kid.kind !== 'content') return [kid];
      const [first, ...others] = kid.mark.units.filter((unit) => !repeats.has(unit));
      return first ? [{ kind: 'content', mark: { ...kid.mark, units: [first, ...others] } }] : [];
    }),
  };
}

/** A text object of a cell. */
interface CellText {
  readonly unit: Unit;
  readonly stream: ContentStream;
  readonly text: string;
}

/** What a row is of its table: all its cells head columns, or it is the first, or the last, and they do not. */
type Part = 'head' | 'first row' | 'last row';

/** A row as it is drawn once. */
interface Drawing {
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
  readonly texts: readonly CellText[];
  readonly places: readonly PagePosition[];
}

/** What two places may differ by that are the same, in points. */
const slack = 1;

/**
 * What a row shows after it was drawn once. It is drawn again where each of its cells says the same once more, all at the
 * same distance from where they said it first; that is on another page, or in a column beside; and the other rows of the
 * table that stand there begin below it, or above, if it is the last.
 *
 * @param cells what each cell of the row shows
 * @param others where the other rows begin, on each page
 */
function repeatsOf(
  cells: readonly (readonly CellText[])[],
  part: Part,
  others: () => readonly PagePosition[],
): readonly Unit[] {
  const filled = cells.filter((cell) => cell.length > 0);
  const most = filled.length === 0 ? 1 : Math.min(...filled.map(timesOf));
  if (most === 1) return [];
  const starts = Map.groupBy(others(), ({ page }) => page);
  // A cell may say a thing twice wherever it is drawn: then fewer times are the ones.
  for (let times = most; times > 1; times -= 1) {
    const drawings = drawingsOf(filled, times);
    const [first, ...later] = drawings ?? [];
    if (!first) continue;
    const pages = new Set<number>();
    for (const [page, drawn] of Map.groupBy([first, ...later], (drawing) => drawing.page)) {
      // A head may stand above a break, with all its rows behind; of several cells, its place tells it alone.
      const known = part === 'head' && filled.length > 1 ? drawn.filter((drawing) => drawing !== first) : drawn;
      if (isDrawnWith(known, starts.get(page) ?? [], part)) pages.add(page);
    }
    // A row that goes on on the next page has no other after it on the first.
    if (part === 'first row' && !pages.has(first.page)) continue;
    const repeats = later.filter(({ page }) => pages.has(page));
    if (repeats.length > 0) return repeats.flatMap(({ texts }) => texts.map(({ unit }) => unit));
  }
  return [];
}

/** How many times a cell says the same, at most. */
function timesOf(cell: readonly CellText[]): number {
  const length = cell.findIndex((_, index) => index > 0 && isMade(cell, index));
  return length === -1 ? 1 : cell.length / length;
}

/** Whether a cell is made of its first texts, again and again. */
function isMade(cell: readonly CellText[], length: number): boolean {
  return cell.length % length === 0 && cell.every(({ text }, index) => text === cell[index % length]?.text);
}

/** A row that is drawn so many times; undefined where it is not, or not in the same way. */
function drawingsOf(cells: readonly (readonly CellText[])[], times: number): readonly Drawing[] | undefined {
  if (cells.some((cell) => cell.length % times > 0 || !isMade(cell, cell.length / times))) return undefined;
  const drawings: Drawing[] = [];
  for (let time = 0; time < times; time += 1) {
    const texts = cells.flatMap((cell) => {
      const length = cell.length / times;
      return cell.slice(time * length, (time + 1) * length);
    });
    const places = texts.flatMap(({ stream, unit }) => positionOnPage(stream, unit) ?? []);
    const [start] = places;
    if (!start || places.length < texts.length) return undefined;
    const drawing = { ...start, texts, places };
    if (!places.every(({ page }) => page === start.page)) return undefined;
    if (!isMoved(drawings[0] ?? drawing, drawing)) return undefined;
    if (!isElsewhere(drawings.at(-1), drawing)) return undefined;
    drawings.push(drawing);
  }
  return drawings;
}

/** Whether all of a drawing is as far from where it is in the first. */
function isMoved(first: Drawing, { left, bottom, places }: Drawing): boolean {
  return places.every((place, index) => {
    const { left: x = 0, bottom: y = 0 } = first.places[index] ?? {};
    return (
      Math.abs(place.left - x - (left - first.left)) < slack &&
      Math.abs(place.bottom - y - (bottom - first.bottom)) < slack
    );
  });
}

/** Whether a drawing is on another page than the one before, or in a column beside. */
function isElsewhere(before: Drawing | undefined, { page, left, places }: Drawing): boolean {
  if (before?.page !== page) return true;
  const lefts = places.map((place) => place.left);
  return Math.abs(left - before.left) > Math.max(...lefts) - Math.min(...lefts) + slack;
}

/** Whether there is a column of other rows for each drawing on a page, below it or above. */
function isDrawnWith(drawings: readonly Drawing[], starts: readonly PagePosition[], part: Part): boolean {
  const isBeside = ({ places }: Drawing, start: PagePosition): boolean =>
    places.every(({ bottom }) => (part === 'last row' ? start.bottom > bottom : start.bottom < bottom));
  if (columnsOf(starts) < drawings.length) return false;
  const [only, ...others] = drawings;
  if (only && others.length === 0) return starts.every((start) => isBeside(only, start));
  return drawings.every((drawing) => starts.some((start) => isBeside(drawing, start)));
}

/** How many columns rows stand in that follow each other: one that stands higher than the one before is in another. */
function columnsOf(starts: readonly PagePosition[]): number {
  return starts.filter(({ bottom }, index) => index === 0 || bottom > (starts[index - 1]?.bottom ?? 0) + slack).length;
}

/** Where something begins on a page, in points. */
interface PagePosition {
  /** From 1. */
  readonly page: number;
  readonly left: number;
  readonly bottom: number;
}

/** Where a unit stands; undefined where nothing of it can be seen. */
function positionOnPage(stream: ContentStream, unit: Unit): PagePosition | undefined {
  const box = boxOnPage(stream, unit);
  return box && { page: stream.page, left: box.left, bottom: box.bottom };
}
