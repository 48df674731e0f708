import { diffArrays } from 'diff';

/** A place where two texts differ: from where to where, in each, its end not counted. */
export interface Difference {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
}

/** How many words in a row are the same passage where each text has them once; fewer where a stretch is long all the same. */
const passages = [4, 2, 1];
/** Texts that differ in no more words than these are matched word by word, which finds the fewest differences. */
const near = 1000;
/** A stretch between passages that differs in more words than these has nothing in common. */
const farthest = 5000;

/**
 * Aligns two texts and tells where they differ: word by word (Myers), which takes a time that grows with the square of the
 * differences. Where they are many, passages that both texts have once are matched first, as many as keep their order (Cohen's
 * patience diff), and words only between them.
 */
export function align(one: readonly string[], other: readonly string[]): readonly Difference[] {
  return joined(wordByWord(one, other, near) ?? differencesOf(one, other, passages));
}

function differencesOf(
  one: readonly string[],
  other: readonly string[],
  [length, ...shorter]: readonly number[],
): readonly Difference[] {
  if (one.length === 0 && other.length === 0) return [];
  if (length === undefined) {
    return wordByWord(one, other, farthest) ?? [{ from: [0, 0], to: [one.length, other.length] }];
  }
  const anchors = [...inOrder(sharedPassages(one, other, length)), [one.length, other.length] as const];
  const found: Difference[] = [];
  let [i, j] = [0, 0];
  for (const [nextI, nextJ] of anchors) {
    const isShort = nextI - i + nextJ - j <= farthest;
    const stretch = differencesOf(one.slice(i, nextI), other.slice(j, nextJ), isShort ? [] : shorter);
    for (const { from, to } of stretch) found.push({ from: [from[0] + i, from[1] + j], to: [to[0] + i, to[1] + j] });
    [i, j] = [nextI, nextJ];
  }
  return found;
}

/** The places of passages that each text has once, in the order of the first. */
function sharedPassages(
  one: readonly string[],
  other: readonly string[],
  length: number,
): readonly (readonly [number, number])[] {
  const [ours, theirs] = [placesOf(one, length), placesOf(other, length)];
  return [...ours].flatMap(([passage, place]) => {
    const there = theirs.get(passage);
    return place === undefined || there === undefined ? [] : [[place, there] as const];
  });
}

/** Where each passage stands; undefined for one that stands in several places. */
function placesOf(words: readonly string[], length: number): ReadonlyMap<string, number | undefined> {
  const places = new Map<string, number | undefined>();
  for (let index = 0; index + length <= words.length; index += 1) {
    const passage = words.slice(index, index + length).join(' ');
    places.set(passage, places.has(passage) ? undefined : index);
  }
  return places;
}

/** The most pairs that rise in both numbers: a longest increasing subsequence, by patience sorting. */
function inOrder(pairs: readonly (readonly [number, number])[]): readonly (readonly [number, number])[] {
  /** The last pair of each pile, and what each pair lies on in the pile before. */
  const tops: number[] = [];
  const under: (number | undefined)[] = [];
  const heightOf = (index: number) => pairs[index]?.[1] ?? 0;
  for (const index of pairs.keys()) {
    let [low, high] = [0, tops.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (heightOf(tops[middle] ?? 0) < heightOf(index)) low = middle + 1;
      else high = middle;
    }
    under[index] = tops[low - 1];
    tops[low] = index;
  }
  const kept: (readonly [number, number])[] = [];
  for (let index = tops.at(-1); index !== undefined; index = under[index]) {
    const pair = pairs[index];
    if (pair) kept.push(pair);
  }
  return kept.reverse();
}

/** By Myers' algorithm; undefined where the texts differ in more words than the most. */
function wordByWord(one: readonly string[], other: readonly string[], most: number): readonly Difference[] | undefined {
  const known = new Set(one);
  if (!other.some((word) => known.has(word))) return undefined;
  const changes = diffArrays([...one], [...other], { maxEditLength: most });
  if (!changes) return undefined;
  let [i, j] = [0, 0];
  return changes.flatMap(({ added, removed, count }): readonly Difference[] => {
    const from = [i, j] as const;
    if (!added) i += count;
    if (!removed) j += count;
    return added || removed ? [{ from, to: [i, j] }] : [];
  });
}

/** Differences that touch are one. */
function joined(differences: readonly Difference[]): readonly Difference[] {
  const found: Difference[] = [];
  for (const next of differences) {
    const last = found.at(-1);
    const touches = last && last.to[0] === next.from[0] && last.to[1] === next.from[1];
    if (touches) found[found.length - 1] = { from: last.from, to: next.to };
    else found.push(next);
  }
  return found;
}
