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
  const lost = rest.flatMap((hunk) => elsewhere(hunk.lost));
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
  const whole = new Set(added.map((tokens) => tokens.map(({ text }) => text).join(' ')));
  // An end after each stretch, so that no words are found over it.
  const all = added.flatMap((tokens) => [...tokens.map(({ text }) => text), '']);
  const starts = Map.groupBy(all.keys(), (index) => all.slice(index, index + telling).join(' '));
  const lengthAt = (words: readonly DocumentWord[], from: number): number => {
    const wanted = words.slice(from, from + telling).map(({ text }) => text);
    if (wanted.length < telling) return 0;
    const lengths = (starts.get(wanted.join(' ')) ?? []).map((start) => {
      let length = telling;
      while (from + length < words.length && all[start + length] === words[from + length]?.text) length += 1;
      return length;
    });
    return Math.max(0, ...lengths);
  };
  return (lost) => {
    if (lost.length === 0) return [];
    if (whole.has(lost.map(({ text }) => text).join(' '))) return [{ words: lost, isPrinted: true }];
    const stretches: { words: DocumentWord[]; isPrinted: boolean }[] = [];
    for (let index = 0; index < lost.length; ) {
      const length = lengthAt(lost, index);
      const words = lost.slice(index, index + Math.max(length, 1));
      const last = stretches.at(-1);
      if (last && last.isPrinted === length > 0) last.words.push(...words);
      else stretches.push({ words, isPrinted: length > 0 });
      index += words.length;
    }
    return stretches;
  };
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

function joinedOf(tokens: readonly Token[]): string {
  return tokens.map(({ text }) => text).join('');
}
