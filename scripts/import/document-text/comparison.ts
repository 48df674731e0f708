import { diffArrays } from 'diff';
import { type DocumentWord, type Place, type Token, textOfTokens, tokensOf } from './document-text.ts';

/** How what an edition prints differs from its document. */
export interface Comparison {
  /** Words of the document that are not printed. */
  readonly missing: readonly WordRun[];
  /** Words of the document that are printed, but not where it has them. */
  readonly moved: readonly WordRun[];
  /** What is printed beyond the document. */
  readonly added: readonly string[];
  /** Words that are parted or joined otherwise: “paper boats” as “paperboats”. */
  readonly spaced: readonly WordRun[];
}

/** Words of a document that follow one another under one heading. */
interface WordRun {
  readonly text: string;
  /** How many words and signs they are. */
  readonly count: number;
  /** Where the first of them stands. */
  readonly place: Place;
}

/** Fewer words than these that are found elsewhere may be there by chance. */
const telling = 3;

/**
 * Compares the words of a document with those that an edition prints. White space, forms of hyphens and signs before entries of
 * lists make no difference (see tokensOf); everything else does.
 *
 * @param printed the text of the edition in reading order, notes last
 */
export function compareWords(document: readonly DocumentWord[], printed: string): Comparison {
  const hunks = hunksOf(document, tokensOf(printed));
  const spaced = hunks.filter(({ lost, added }) => lost.length > 0 && joinedOf(lost) === joinedOf(added));
  const rest = hunks.filter((hunk) => !spaced.includes(hunk));
  const elsewhere = findElsewhere(rest.map(({ added }) => added));
  const lost = rest.flatMap((hunk) => (hunk.lost.length === 0 ? [] : elsewhere(hunk.lost)));
  return {
    missing: lost.filter(({ isPrinted }) => !isPrinted).flatMap(({ words }) => runsOf(words)),
    moved: lost.filter(({ isPrinted }) => isPrinted).flatMap(({ words }) => runsOf(words)),
    added: rest.flatMap(({ added }) => (added.length === 0 ? [] : [textOfTokens(added)])),
    spaced: spaced.flatMap(({ lost: words }) => runsOf(words)),
  };
}

/** A place where two texts differ: what only one of them has, and what only the other. */
interface Hunk {
  readonly lost: readonly DocumentWord[];
  readonly added: readonly Token[];
}

function hunksOf(document: readonly DocumentWord[], printed: readonly Token[]): readonly Hunk[] {
  const [read, written] = [document, printed].map((tokens) => tokens.map(({ text }) => text));
  return align(read ?? [], written ?? []).map(({ from, to }) => ({
    lost: document.slice(from[0], to[0]),
    added: printed.slice(from[1], to[1]),
  }));
}

/** Words of which all are printed elsewhere, or none. */
interface Stretch {
  readonly words: readonly DocumentWord[];
  readonly isPrinted: boolean;
}

/** Parts lost words into those that were added elsewhere and those that were not. */
function findElsewhere(added: readonly (readonly Token[])[]): (lost: readonly DocumentWord[]) => readonly Stretch[] {
  const lines = new Set(added.flatMap((tokens) => [tokens, ...linesOf(tokens)].map(spelled)));
  // An end after each stretch, so that no words are found over it.
  const all = added.flatMap((tokens) => [...tokens.map(({ text }) => text), '']);
  const starts = Map.groupBy(all.keys(), (index) => all.slice(index, index + telling).join(' '));
  /** How many words from a place on are found in a row. */
  const lengthAt = (words: readonly DocumentWord[], from: number): number => {
    if (from + telling > words.length) return 0;
    const lengths = (starts.get(spelled(words.slice(from, from + telling))) ?? []).map((start) => {
      let length = telling;
      while (from + length < words.length && all[start + length] === words[from + length]?.text) length += 1;
      return length;
    });
    return Math.max(0, ...lengths);
  };
  const stretchesOf = (words: readonly DocumentWord[]): readonly Stretch[] => {
    const found: Stretch[] = [];
    for (let index = 0; index < words.length; ) {
      const length = lengthAt(words, index);
      const taken = words.slice(index, index + Math.max(length, 1));
      found.push({ words: taken, isPrinted: length > 0 });
      index += taken.length;
    }
    return found;
  };
  return (lost) => {
    if (lines.has(spelled(lost))) return [{ words: lost, isPrinted: true }];
    const left = joinedStretches(stretchesOf(lost)).flatMap(({ words, isPrinted }): readonly Stretch[] => {
      if (isPrinted) return [{ words, isPrinted }];
      return paragraphsOf(words).map((own) => ({ words: own, isPrinted: lines.has(spelled(own)) }));
    });
    return joinedStretches(left);
  };
}

function joinedStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const found: { words: DocumentWord[]; isPrinted: boolean }[] = [];
  for (const { words, isPrinted } of stretches) {
    const last = found.at(-1);
    if (last?.isPrinted === isPrinted) last.words.push(...words);
    else found.push({ words: [...words], isPrinted });
  }
  return found;
}

function linesOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const starts = [...tokens.keys()].filter((index) => index === 0 || tokens[index]?.begins);
  return starts.map((start, index) => tokens.slice(start, starts[index + 1]));
}

function paragraphsOf(words: readonly DocumentWord[]): readonly (readonly DocumentWord[])[] {
  const starts = [...words.keys()].filter((index) => words[index]?.place !== words[index - 1]?.place);
  return starts.map((start, index) => words.slice(start, starts[index + 1]));
}

function spelled(words: readonly { readonly text: string }[]): string {
  return words.map(({ text }) => text).join(' ');
}

function runsOf(words: readonly DocumentWord[]): readonly WordRun[] {
  const runs: { words: DocumentWord[]; place: Place }[] = [];
  for (const word of words) {
    const last = runs.at(-1);
    const { within, heading } = word.place;
    if (last?.place.within === within && last.place.heading === heading) last.words.push(word);
    else runs.push({ words: [word], place: word.place });
  }
  return runs.map(({ words: own, place }) => ({ text: textOfTokens(own), count: own.length, place }));
}

function joinedOf(tokens: readonly { readonly text: string }[]): string {
  return tokens.map(({ text }) => text).join('');
}

/** A place where two texts differ: from where to where, in each, its end not counted. */
interface Difference {
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
function align(one: readonly string[], other: readonly string[]): readonly Difference[] {
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
