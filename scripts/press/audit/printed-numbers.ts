import { placeText } from '../diagnostics/place-text.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import { filledIn } from '../numerals/run.ts';
import { numbersOfCell, numbersOfLabel } from './answer-numbers.ts';
import type { FilledPart, Print } from './evidence.ts';
import { type ExplainedTyped, type ExplainTyped, type FoundNumber, typedExplainer } from './explanation.ts';
import type { PrintedPiece } from './text-runs.ts';

/**
 * Finds every number that is printed, with what is behind it, in the order of reading. Citations and the tables of the
 * appendix are one entry each, with the count of their numbers.
 */
export function findNumbers(pieces: readonly PrintedPiece[], print: Print): readonly FoundNumber[] {
  const explain = typedExplainer(print);
  return blocksOf(pieces).flatMap((block) => {
    const inText = numbersOfText(block, print, explain);
    return block.flatMap((piece) => inText.get(piece) ?? numbersOfPiece(piece, print, explain));
  });
}

function numbersOfPiece(piece: PrintedPiece, print: Print, explain: ExplainTyped): readonly FoundNumber[] {
  const { origin, place, text } = piece;
  const whole = { piece, start: 0, end: text.length, count: 1, of: undefined, place };
  switch (origin.kind) {
    case 'typed':
      return [];
    case 'fact':
    case 'claim':
      return [{ ...whole, explanation: { kind: origin.kind, fact: origin.fact } }];
    case 'cell':
      return numbersOfCell(piece, origin, print, explain);
    case 'drawn':
      return numbersOfLabel(piece, origin, print, explain);
    case 'citation':
      return counted({ ...whole, explanation: { kind: 'citation', source: origin.source } }, print);
    case 'counted':
      return counted({ ...whole, explanation: { kind: 'counted' } }, print);
    case 'appendix':
      return counted({ ...whole, of: origin.of, explanation: { kind: 'data', cell: undefined } }, print);
  }
}

/** From its first number to its last, with their count; nothing where it has none. */
function counted(found: FoundNumber, { language }: Print): readonly FoundNumber[] {
  const numerals = findNumerals(found.piece.text, language);
  const [first, last] = [numerals.at(0), numerals.at(-1)];
  if (!first || !last) return [];
  const range = found.explanation.kind === 'counted' ? { start: first.start, end: last.end } : {};
  return [{ ...found, ...range, count: numerals.length }];
}

function blocksOf(pieces: readonly PrintedPiece[]): readonly (readonly PrintedPiece[])[] {
  const blocks: PrintedPiece[][] = [];
  for (const piece of pieces) {
    const last = blocks.at(-1);
    if (last?.[0]?.block === piece.block) last.push(piece);
    else blocks.push([piece]);
  }
  return blocks;
}

/** The numbers that are typed into a block of text, by piece. What stands between them is not read into them. */
function numbersOfText(
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
