import type { FoldedText } from './fold-text.ts';

/** A text that is not found further on than this is not there at all: a label, a word that a style adds. */
const farthest = 2000;
/** A shorter text is only looked for where it should be, since it stands anywhere. */
const telling = 4;

/** Where a piece of text stands in a whole, in letters that are folded. */
export interface Found {
  readonly start: number;
  readonly end: number;
}

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
  /** Whether letters stand at a place as they are written. */
  isWritten(letters: string, place: number): boolean;
  /** The words at a place as they are written, with single spaces between them. */
  words(place: Found): string;
}

/** Begins to follow a text. Pieces of it that nobody asks for are passed over. */
export function followText({ letters: whole, written, spaces }: FoldedText): TextFollower {
  let at = 0;
  return {
    place: () => at,
    isApart: (place) => spaces[place] === 1,
    isWritten: (letters, place) => written.startsWith(letters, place),
    words({ start, end }) {
      let words = '';
      for (let place = start; place < end; place += 1) {
        words += place > start && spaces[place] === 1 ? ` ${written[place]}` : written[place];
      }
      return words;
    },
    find(letters) {
      if (letters === '') return undefined;
      const start = findNext(whole, letters, at);
      if (start === undefined) return undefined;
      at = start + letters.length;
      return { start, end: at };
    },
    pass(pieces) {
      const start = at;
      let next = at;
      for (const { letters } of pieces) {
        if (!whole.startsWith(letters, next)) return undefined;
        next += letters.length;
      }
      at = next;
      return { start, end: at };
    },
    findAll(pieces) {
      const { length } = pieces.join('');
      const from = regionsOf(whole, pieces, at).find((start) => findWithin(whole.slice(start, start + length), pieces));
      if (from === undefined) return undefined;
      at = from + length;
      const found = findWithin(whole.slice(from, at), pieces) ?? [];
      return found.map(({ start, end }) => ({ start: from + start, end: from + end }));
    },
  };
}

function findNext(whole: string, letters: string, from: number): number | undefined {
  if (whole.startsWith(letters, from)) return from;
  if (letters.length < telling) return undefined;
  const at = whole.slice(from, from + farthest).indexOf(letters);
  return at === -1 ? undefined : from + at;
}

/** Where a text can begin that is made of these pieces: here, or anywhere around the next place of the longest. */
function regionsOf(whole: string, pieces: readonly string[], at: number): readonly number[] {
  const longest = pieces.reduce((one, other) => (other.length > one.length ? other : one), '');
  const place = findNext(whole, longest, at);
  const before = pieces.join('').length - longest.length;
  const around = place === undefined ? [] : Array.from({ length: before + 1 }, (_, back) => place - before + back);
  return [at, ...around.filter((start) => start > at)];
}

/** The longest first, since a short one stands in many places; none over another. */
function findWithin(region: string, pieces: readonly string[]): readonly Found[] | undefined {
  const found: Found[] = [];
  const order = pieces
    .map((_, index) => index)
    .sort((one, other) => (pieces[other]?.length ?? 0) - (pieces[one]?.length ?? 0));
  let left = region;
  for (const index of order) {
    const piece = pieces[index] ?? '';
    const start = left.indexOf(piece);
    if (start === -1) return undefined;
    found[index] = { start, end: start + piece.length };
    left = `${left.slice(0, start)}${'\0'.repeat(piece.length)}${left.slice(start + piece.length)}`;
  }
  return found;
}
