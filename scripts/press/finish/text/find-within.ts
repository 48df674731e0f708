import type { Found } from './fold-text.ts';

/** No line has more pieces than this. */
const mostOfLine = 32;
/** Among more pieces than this each is only looked for in its line. */
export const mostAnywhere = 256;

/**
 * Finds pieces in a region that is made of them, in any order: lines follow each other, but the pieces of a line from right
 * to left are in the order in which they are painted.
 */
export function findWithin(region: string, pieces: readonly string[]): readonly Found[] | undefined {
  const lines = findLines(region, pieces);
  return lines ?? (pieces.length <= mostAnywhere ? findAnywhere(region, pieces) : undefined);
}

/** Takes the fewest pieces that follow each other, and are what stands there next, for a line. */
function findLines(region: string, pieces: readonly string[]): readonly Found[] | undefined {
  const found: Found[] = [];
  let start = 0;
  while (found.length < pieces.length) {
    const line = findLine(region, start, pieces, found.length);
    if (!line) return undefined;
    found.push(...line);
    start = Math.max(start, ...line.map(({ end }) => end));
  }
  return found;
}

function findLine(
  region: string,
  start: number,
  pieces: readonly string[],
  from: number,
): readonly Found[] | undefined {
  let end = start;
  for (let to = from; to < Math.min(pieces.length, from + mostOfLine); to += 1) {
    end += pieces[to]?.length ?? 0;
    if (to === from) {
      if (region.startsWith(pieces[to] ?? '', start)) return [{ start, end }];
      continue;
    }
    const found = findAnywhere(region.slice(start, end), pieces.slice(from, to + 1));
    if (found) return found.map((place) => ({ start: start + place.start, end: start + place.end }));
  }
  return undefined;
}

/** The longest first, since a short one stands in many places; none over another. */
function findAnywhere(region: string, pieces: readonly string[]): readonly Found[] | undefined {
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
