import type { FoldedText, Found } from './folded-text.ts';

/** A text that is not found further on than this is not there at all: a label, a word that a style adds. */
const farthest = 2000;
/** A shorter text is only looked for where it should be, since it stands anywhere. */
const telling = 4;
/** How many letters are looked through before parts that could begin in many places are given up, and how many places. */
const [effort, fewest] = [200_000, 8];

/** Follows a text from its beginning: finds its parts one after the other, by their folded letters. */
export interface TextFollower {
  /** The next part; undefined where it is not there, which may be since it has no letters. */
  find(letters: string): Found | undefined;
  /** Goes past parts that stand here one after the other; undefined where they do not. */
  pass(parts: readonly { readonly letters: string }[]): Found | undefined;
  /** The next parts, which may stand there in any order; undefined unless all do. */
  findAll(parts: readonly string[]): readonly Found[] | undefined;
  /** Where the text has been followed to. */
  place(): number;
  /** Whether the text has white space at a place. */
  isApart(place: number): boolean;
  readonly isWritten: FoldedText['isWritten'];
  readonly words: FoldedText['words'];
}

/**
 * Begins to follow a text. Pieces of it that nobody asks for are passed over. What stands further on may be another that
 * says the same as a label that is not in the text: unless the next part follows it there, the text is followed from where
 * it was left.
 */
export function followText({ letters: whole, spaces, isWritten, words }: FoldedText): TextFollower {
  let at = 0;
  /** Where parts were passed over, as long as nothing says that they had to be. */
  let left: number | undefined;

  const goOn = (start: number, end: number): Found => {
    if (start === left || (start === at && end - start >= telling)) left = undefined;
    else if (start !== at && (left === undefined || start > left + farthest)) left = at;
    at = end;
    return { start, end };
  };
  /** Where parts of so many letters can follow. */
  const next = (length: number): readonly number[] => {
    if (left === undefined) return [at];
    return length < telling ? [at, left] : [left, at];
  };
  const isHere = (parts: readonly { readonly letters: string }[], place: number): boolean => {
    let end = place;
    for (const { letters } of parts) {
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
    pass(parts) {
      const length = parts.reduce((sum, { letters }) => sum + letters.length, 0);
      const start = next(length).find((place) => isHere(parts, place));
      return start === undefined ? undefined : goOn(start, start + length);
    },
    findAll(parts) {
      const { length } = parts.join('');
      const longest = parts.reduce((one, other) => (other.length > one.length ? other : one), '');
      const around = search(longest);
      const before = length - longest.length;
      const starts =
        around === undefined ? [] : Array.from({ length: before + 1 }, (_, back) => around - before + back);
      const possible = [...next(length), ...starts.filter((start) => start > (left ?? at))];
      let tries = Math.max(fewest, effort / length);
      for (const from of possible) {
        if (!isBegun(whole, from, parts)) continue;
        tries -= 1;
        if (tries < 0) break;
        const found = findWithin(whole.slice(from, from + length), parts);
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

/** Whether one of the first parts stands at a place: a line begins with one of its own. */
function isBegun(whole: string, place: number, parts: readonly string[]): boolean {
  for (let index = 0; index < Math.min(parts.length, mostAnywhere); index += 1) {
    const part = parts[index] ?? '';
    if (part !== '' && whole.startsWith(part, place)) return true;
  }
  return false;
}

/** No line has more parts than this. */
const mostOfLine = 32;
/** Among more parts than this each is only looked for in its line. */
const mostAnywhere = 256;

/**
 * Finds parts in a region that is made of them, in any order: lines follow each other, but the parts of a line from right
 * to left are in the order in which they are painted.
 */
function findWithin(region: string, parts: readonly string[]): readonly Found[] | undefined {
  const lines = findLines(region, parts);
  return lines ?? (parts.length <= mostAnywhere ? findAnywhere(region, parts) : undefined);
}

/** Takes the fewest parts that follow each other, and are what stands there next, for a line. */
function findLines(region: string, parts: readonly string[]): readonly Found[] | undefined {
  const found: Found[] = [];
  let start = 0;
  while (found.length < parts.length) {
    const line = findLine(region, start, parts, found.length);
    if (!line) return undefined;
    found.push(...line);
    start = Math.max(start, ...line.map(({ end }) => end));
  }
  return found;
}

function findLine(region: string, start: number, parts: readonly string[], from: number): readonly Found[] | undefined {
  let end = start;
  for (let to = from; to < Math.min(parts.length, from + mostOfLine); to += 1) {
    end += parts[to]?.length ?? 0;
    if (to === from) {
      if (region.startsWith(parts[to] ?? '', start)) return [{ start, end }];
      continue;
    }
    const found = findAnywhere(region.slice(start, end), parts.slice(from, to + 1));
    if (found) return found.map((place) => ({ start: start + place.start, end: start + place.end }));
  }
  return undefined;
}

/** The longest first, since a short one stands in many places; none over another. */
function findAnywhere(region: string, parts: readonly string[]): readonly Found[] | undefined {
  const found: Found[] = [];
  const order = parts
    .map((_, index) => index)
    .sort((one, other) => (parts[other]?.length ?? 0) - (parts[one]?.length ?? 0));
  let left = region;
  for (const index of order) {
    const part = parts[index] ?? '';
    const start = left.indexOf(part);
    if (start === -1) return undefined;
    found[index] = { start, end: start + part.length };
    left = `${left.slice(0, start)}${'\0'.repeat(part.length)}${left.slice(start + part.length)}`;
  }
  return found;
}
