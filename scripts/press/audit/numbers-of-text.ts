import { placeText } from '../diagnostics/place-text.ts';
import { filledIn } from '../numbers/printed-text.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import type { ExplainedTyped, ExplainTyped } from './explain-typed.ts';
import type { FilledPart } from './filled-texts.ts';
import type { FoundNumber } from './found-number.ts';
import type { Print } from './print.ts';
import type { PrintedPiece } from './printed-piece.ts';

/** The numbers that are typed into a block of text, by piece. What stands between them is not read into them. */
export function numbersOfText(
  block: readonly PrintedPiece[],
  { language, filled, stated }: Print,
  explain: ExplainTyped,
): ReadonlyMap<PrintedPiece, readonly FoundNumber[]> {
  const found = new Map<PrintedPiece, FoundNumber[]>();
  const add = (number: FoundNumber) => found.set(number.piece, [...(found.get(number.piece) ?? []), number]);
  const whole = block.map(({ text }) => text).join('');
  const parts = block.some(({ place }) => place) ? [] : partsIn(whole, filled);
  let blanked = '';
  const starts = block.map((piece) => {
    const start = blanked.length;
    blanked += piece.origin.kind === 'typed' ? piece.text : filledIn.repeat(piece.text.length);
    return { piece, start };
  });
  for (const { start, end } of parts) {
    blanked = blanked.slice(0, start) + filledIn.repeat(end - start) + blanked.slice(end);
  }
  const pieceAt = (offset: number) => starts.findLast(({ start }) => start <= offset);
  for (const { kind, fact, start, end } of parts) {
    const at = pieceAt(start);
    if (!at) continue;
    const range = { start: start - at.start, end: end - at.start };
    add({ piece: at.piece, ...range, count: 1, of: undefined, place: at.piece.place, explanation: { kind, fact } });
  }
  const seen = new Map<string, number>();
  for (const numeral of findNumerals(blanked, language)) {
    const at = pieceAt(numeral.start);
    if (!at) continue;
    const words = blanked.slice(numeral.start, numeral.end);
    const from = at.piece.place;
    const key = `${words} ${from ? placeText(from) : ''}`;
    const nth = seen.get(key) ?? 0;
    seen.set(key, nth + 1);
    const range = { start: numeral.start - at.start, end: numeral.end - at.start };
    const explained = explain.byWords({ words, from, nth }) ??
      statedAt(numeral, blanked, from, stated) ?? { explanation: { kind: 'unexplained' }, place: from };
    add({ piece: at.piece, ...range, count: 1, of: undefined, ...explained });
  }
  return found;
}

/** The property that a numeral belongs to, where the block prints it. */
function statedAt(
  { start, end }: { readonly start: number; readonly end: number },
  block: string,
  from: PrintedPiece['place'],
  stated: Print['stated'],
): ExplainedTyped | undefined {
  const around = stated
    .filter((value) => (value.block ? placeText(value.block) : '') === (from ? placeText(from) : ''))
    .find(({ text }) => occurrences(text, block).some((at) => at < end && start < at + text.length));
  return (
    around && {
      explanation: { kind: 'declared', name: around.name, declaredAt: around.place },
      place: around.place,
    }
  );
}

/** Where a text stands in another, but not within a longer word or number. */
function occurrences(text: string, whole: string): readonly number[] {
  if (text === '') return [];
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(text)}(?![\\p{L}\\p{N}])`, 'gu');
  return [...whole.matchAll(pattern)].map(({ index }) => index);
}

/** The facts of texts that are printed as plain words, where one of those texts stands in the block. */
function partsIn(whole: string, filled: Print['filled']): readonly FilledPart[] {
  return filled.flatMap(({ text, parts }) => {
    const at = whole.indexOf(text);
    return at === -1 ? [] : parts.map((part) => ({ ...part, start: part.start + at, end: part.end + at }));
  });
}
