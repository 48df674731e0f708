import type { Place } from '../diagnostics/diagnostic.ts';
import { filledIn } from '../numbers/printed-text.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import type { Numeral } from '../numerals/numeral.ts';
import type { ExplainedTyped } from './explain-typed.ts';
import type { FilledPart } from './filled-texts.ts';
import type { FoundNumber } from './found-number.ts';
import type { PrintedPiece } from './printed-piece.ts';

/** Where words come from. */
interface Words {
  readonly of: string;
  readonly language: string;
  /** Of the text that names the facts in them. */
  readonly place: Place | undefined;
}

/** The numbers of a piece whose words were put together outside of prose: its facts, and what `explain` says of all others. */
export function numbersOfWords(
  piece: PrintedPiece,
  parts: readonly FilledPart[],
  { of, language, place }: Words,
  explain: (numeral: Numeral, words: string, nth: number) => ExplainedTyped,
): readonly FoundNumber[] {
  const blanked = parts.reduce(
    (text, { start, end }) => text.slice(0, start) + filledIn.repeat(end - start) + text.slice(end),
    piece.text,
  );
  const seen = new Map<string, number>();
  const typed = findNumerals(blanked, language).map((numeral): FoundNumber => {
    const { start, end } = numeral;
    const words = piece.text.slice(start, end);
    const nth = seen.get(words) ?? 0;
    seen.set(words, nth + 1);
    return { piece, start, end, count: 1, of, ...explain(numeral, words, nth) };
  });
  const facts = parts.map(({ kind, fact, start, end }): FoundNumber => {
    return { piece, start, end, count: 1, of, place, explanation: { kind, fact } };
  });
  return [...facts, ...typed].toSorted((one, other) => one.start - other.start);
}
