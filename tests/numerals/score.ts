import type { Numeral, NumeralKind } from '../../scripts/press/numerals/numeral.ts';

/** A numeral that somebody found by reading. */
export interface Annotated {
  readonly kind: NumeralKind;
  readonly start: number;
  readonly end: number;
}

/** How what was found compares with what is there. */
export interface Score {
  readonly hits: number;
  /** What is there and was not found, or not with these ends or this kind. */
  readonly missed: readonly string[];
  /** What was found and is not there. */
  readonly extra: readonly string[];
}

/** Holds the finder against a text that was read by a person; a hit has the same ends and the same kind. */
export function score(text: string, there: readonly Annotated[], found: readonly Numeral[]): Score {
  const missed = there.filter((one) => !found.some((other) => isSame(one, other)));
  const extra = found.filter((one) => !there.some((other) => isSame(one, other)));
  const shown = ({ kind, start, end }: Annotated) =>
    `${kind} "${text.slice(start, end)}" in "${around(text, start, end)}"`;
  return { hits: there.length - missed.length, missed: missed.map(shown), extra: extra.map(shown) };
}

/** Adds up scores, and says them in one line. */
export function total(scores: readonly Score[]) {
  const hits = scores.reduce((sum, one) => sum + one.hits, 0);
  const missed = scores.flatMap((one) => one.missed);
  const extra = scores.flatMap((one) => one.extra);
  const [precision, recall] = [hits / (hits + extra.length), hits / (hits + missed.length)];
  const line = `${hits + missed.length} numerals, precision ${precision.toFixed(4)}, recall ${recall.toFixed(4)}`;
  return { there: hits + missed.length, missed, extra, precision, recall, line };
}

function isSame(one: Annotated, other: Annotated): boolean {
  return one.kind === other.kind && one.start === other.start && one.end === other.end;
}

function around(text: string, start: number, end: number): string {
  return text.slice(Math.max(0, start - 30), end + 20).replace(/\s+/g, ' ');
}
