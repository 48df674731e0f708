import type { Unit } from '../content/content.ts';
import type { Element, Kid } from '../structure/element.ts';
import { marksUnder } from '../structure/marks-under.ts';
import type { UnitReader } from '../text/text-reader.ts';
import { type Place, placeOf } from './place-of.ts';
import { type Piece, repeatsOf } from './repeats-of.ts';
import { isCell, isColumnHead, rowsOf } from './rows-of.ts';
import type { Rule } from './rule.ts';

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
  const starts = new Map<Element, readonly Place[]>();
  const startsOf = (row: Element): readonly Place[] => {
    const known = starts.get(row) ?? startsOn(row);
    starts.set(row, known);
    return known;
  };
  let first = 0;
  for (const row of rows) {
    first += 1;
    const others = () => rows.slice(first).flatMap(startsOf);
    const own = repeatsOf(piecesIn(row, read), row.kids.every(isColumnHead) ? 'head' : 'first row', others);
    if (own.length === 0) break;
    for (const unit of own) repeats.add(unit);
  }
  for (let last = rows.length - 1; last >= first; last -= 1) {
    const others = () => rows.slice(first - 1, last).flatMap(startsOf);
    const own = repeatsOf(piecesIn(rows[last], read), 'last row', others);
    if (own.length === 0) break;
    for (const unit of own) repeats.add(unit);
  }
  return repeats;
}

/** What the cells of a row show. */
function piecesIn(row: Element | undefined, read: UnitReader): readonly (readonly Piece[])[] {
  return (row?.kids ?? []).map((cell) => {
    const pieces: Piece[] = [];
    for (const { stream, units } of cell.kind === 'element' ? marksUnder(cell) : []) {
      for (const unit of units) {
        const { text } = read(stream, unit);
        if (text !== '') pieces.push({ unit, stream, text });
      }
    }
    return pieces;
  });
}

/** Where a row begins on each of its pages. */
function startsOn(row: Element): readonly Place[] {
  const byPage = new Map<number, Place>();
  for (const { stream, units } of marksUnder(row)) {
    for (const unit of byPage.has(stream.page) ? [] : units) {
      const place = placeOf(stream, unit);
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
