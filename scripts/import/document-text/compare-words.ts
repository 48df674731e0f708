import type { DocumentWord, Place } from '../document-text.ts';
import { align } from './align.ts';
import { type Token, textOfTokens, tokensOf } from './tokens.ts';

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
export interface WordRun {
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
