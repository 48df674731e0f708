import { findNumerals } from '../numerals/find-numerals.ts';
import { type ExplainTyped, typedExplainer } from './explain-typed.ts';
import type { FoundNumber } from './found-number.ts';
import { numbersOfCell } from './numbers-of-cell.ts';
import { numbersOfLabel } from './numbers-of-label.ts';
import { numbersOfText } from './numbers-of-text.ts';
import type { Print } from './print.ts';
import type { PrintedPiece } from './printed-piece.ts';

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
