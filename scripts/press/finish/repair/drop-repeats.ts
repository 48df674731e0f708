import type { Unit } from '../content/content.ts';
import type { Element, Kid } from '../structure/element.ts';
import { marksUnder } from '../structure/marks-under.ts';
import type { UnitReader } from '../text/text-reader.ts';
import type { Rule } from './rule.ts';

/** A text object of a cell. */
interface Piece {
  readonly unit: Unit;
  readonly page: number;
  readonly text: string;
}

/**
 * Takes out what a row repeats: Chromium draws the head and the foot of a table on each of its pages and columns, and
 * tags them each time.
 */
export function dropRepeats(read: UnitReader): Rule & { readonly dropped: ReadonlySet<Unit> } {
  const dropped = new Set<Unit>();
  return {
    types: ['TR'],
    repair(row): Element {
      const cells = row.kids.map((kid) => (kid.kind === 'element' ? piecesOf(kid, read) : []));
      const isHead = row.kids.every((kid) => kid.kind === 'element' && kid.attributes.cell?.scope === 'Column');
      const repeated = new Set([...onLaterPages(cells), ...(isHead ? afterTheFirst(cells) : [])]);
      for (const unit of repeated) dropped.add(unit);
      return repeated.size === 0 ? row : without(row, repeated);
    },
    /** What was taken out so far. */
    dropped,
  };
}

function piecesOf(cell: Element, read: UnitReader): readonly Piece[] {
  const pieces: Piece[] = [];
  for (const { stream, units } of marksUnder(cell)) {
    for (const unit of units) {
      const { text } = read(stream, unit);
      if (text !== '') pieces.push({ unit, page: stream.page, text });
    }
  }
  return pieces;
}

/** What stands on a page on which all cells say the same as on the first. */
function onLaterPages(cells: readonly (readonly Piece[])[]): readonly Unit[] {
  const first = cells.find((cell) => cell.length > 0)?.[0]?.page;
  if (cells.every((cell) => cell.every(({ page }) => page === first))) return [];
  const later = new Set(cells.flat().map(({ page }) => page));
  later.delete(first ?? 0);
  const textsOn = (page: number | undefined) =>
    cells.map((cell) => cell.flatMap((piece) => (piece.page === page ? piece.text : [])).join('')).join('\n');
  const repeated = new Set([...later].filter((page) => textsOn(page) === textsOn(first)));
  return cells.flat().flatMap(({ unit, page }) => (repeated.has(page) ? unit : []));
}

/** What heads columns again, when the text of every cell comes as many times. */
function afterTheFirst(cells: readonly (readonly Piece[])[]): readonly Unit[] {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.some((cell) => cell.length === 1)) return [];
  const times = Math.min(...filled.map(timesOf));
  if (
    !(times > 1) ||
    !Number.isFinite(times) ||
    filled.some((cell) => cell.length % times > 0 || !isMade(cell, cell.length / times))
  ) {
    return [];
  }
  return filled.flatMap((cell) => cell.slice(cell.length / times).map(({ unit }) => unit));
}

/** How many times the text of a cell comes. */
function timesOf(cell: readonly Piece[]): number {
  const length = cell.findIndex((_, index) => index > 0 && cell.length % index === 0 && isMade(cell, index));
  return length === -1 ? 1 : cell.length / length;
}

/** Whether a cell is made of its first pieces, again and again. */
function isMade(cell: readonly Piece[], length: number): boolean {
  return cell.every(({ text }, index) => text === cell[index % length]?.text);
}

function without(element: Element, repeated: ReadonlySet<Unit>): Element {
  return {
    ...element,
    kids: element.kids.flatMap((kid): readonly Kid[] => {
      if (kid.kind === 'element') return [without(kid, repeated)];
      if (kid.kind !== 'content') return [kid];
      const [first, ...others] = kid.mark.units.filter((unit) => !repeated.has(unit));
      return first ? [{ kind: 'content', mark: { ...kid.mark, units: [first, ...others] } }] : [];
    }),
  };
}
