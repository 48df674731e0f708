import { findWithin, mostAnywhere } from './find-within.ts';
import type { FoldedText, Found } from './fold-text.ts';

/** A text that is not found further on than this is not there at all: a label, a word that a style adds. */
const farthest = 2000;
/** A shorter text is only looked for where it should be, since it stands anywhere. */
const telling = 4;
/** How many letters are looked through before pieces that could begin in many places are given up, and how many places. */
const [effort, fewest] = [200_000, 8];

/** Follows a text from its beginning: finds its pieces one after the other, by their folded letters. */
export interface TextFollower {
  /** The next piece; undefined where it is not there, which may be since it has no letters. */
  find(letters: string): Found | undefined;
  /** Goes past pieces that stand here one after the other; undefined where they do not. */
  pass(pieces: readonly { readonly letters: string }[]): Found | undefined;
  /** The next pieces, which may stand there in any order; undefined unless all do. */
  findAll(pieces: readonly string[]): readonly Found[] | undefined;
  /** Where the text has been followed to. */
  place(): number;
  /** Whether the text has white space at a place. */
  isApart(place: number): boolean;
  readonly isWritten: FoldedText['isWritten'];
  readonly words: FoldedText['words'];
}

/**
 * Begins to follow a text. Pieces of it that nobody asks for are passed over. What stands further on may be another that
 * says the same as a label that is not in the text: unless the next piece follows it there, the text is followed from where
 * it was left.
 */
export function followText({ letters: whole, spaces, isWritten, words }: FoldedText): TextFollower {
  let at = 0;
  /** Where pieces were passed over, as long as nothing says that they had to be. */
  let left: number | undefined;

  const goOn = (start: number, end: number): Found => {
    if (start === left || (start === at && end - start >= telling)) left = undefined;
    else if (start !== at && (left === undefined || start > left + farthest)) left = at;
    at = end;
    return { start, end };
  };
  /** Where pieces of so many letters can follow. */
  const next = (length: number): readonly number[] => {
    if (left === undefined) return [at];
    return length < telling ? [at, left] : [left, at];
  };
  const isHere = (pieces: readonly { readonly letters: string }[], place: number): boolean => {
    let end = place;
    for (const { letters } of pieces) {
      if (!whole.startsWith(letters, end)) return false;
      end += letters.length;
    }
    return true;
  };
  const search = (letters: string): number | undefined => {
    const start = next(letters.length).find((place) => whole.startsWith(letters, place));
    if (start !== undefined || letters.length < telling) return start;
    return [left ?? at, at].map((from) => findFrom(whole, letters, from)).find((place) => place !== undefined);
  };
  return {
    place: () => at,
    isApart: (place) => spaces[place] === 1,
    isWritten,
    words,
    find(letters) {
      if (letters === '') return undefined;
      const start = search(letters);
      return start === undefined ? undefined : goOn(start, start + letters.length);
    },
    pass(pieces) {
      const length = pieces.reduce((sum, { letters }) => sum + letters.length, 0);
      const start = next(length).find((place) => isHere(pieces, place));
      return start === undefined ? undefined : goOn(start, start + length);
    },
    findAll(pieces) {
      const { length } = pieces.join('');
      const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one), '');
      const around = search(longest);
      const before = length - longest.length;
      const starts =
        around === undefined ? [] : Array.from({ length: before + 1 }, (_, back) => around - before + back);
      const possible = [...next(length), ...starts.filter((start) => start > (left ?? at))];
      let tries = Math.max(fewest, effort / length);
      for (const from of possible) {
        if (!isBegun(whole, from, pieces)) continue;
        tries -= 1;
        if (tries < 0) break;
        const found = findWithin(whole.slice(from, from + length), pieces);
        if (!found) continue;
        goOn(from, from + length);
        return found.map(({ start, end }) => ({ start: from + start, end: from + end }));
      }
      return undefined;
    },
  };
}

function findFrom(whole: string, letters: string, from: number): number | undefined {
  const at = whole.slice(from, from + farthest).indexOf(letters);
  return at === -1 ? undefined : from + at;
}

/** Whether one of the first pieces stands at a place: a line begins with one of its own. */
function isBegun(whole: string, place: number, pieces: readonly string[]): boolean {
  for (let index = 0; index < Math.min(pieces.length, mostAnywhere); index += 1) {
    const piece = pieces[index] ?? '';
    if (piece !== '' && whole.startsWith(piece, place)) return true;
  }
  return false;
}
