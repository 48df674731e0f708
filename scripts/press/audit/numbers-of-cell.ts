import type { ExplainTyped } from './explain-typed.ts';
import { filledText } from './filled-texts.ts';
import type { FoundNumber } from './found-number.ts';
import { numbersOfWords } from './numbers-of-words.ts';
import type { Print } from './print.ts';
import type { PieceOrigin, PrintedPiece } from './printed-piece.ts';

/** The numbers in a cell of a table or timeline: values of its answer; in a sentence, what is typed in the dataset. */
export function numbersOfCell(
  piece: PrintedPiece,
  { of, row, column }: Extract<PieceOrigin, { kind: 'cell' }>,
  { language, context, answers, findCell }: Print,
  explain: ExplainTyped,
): readonly FoundNumber[] {
  const answer = answers.get(of);
  const cell = answer?.tables[0]?.rows[row - 1]?.[column];
  const place = answer?.place ?? piece.place;
  const data = { explanation: { kind: 'data', cell: { row, column } } as const, place };
  if (cell?.kind !== 'text' || !answer) {
    return numbersOfWords(piece, [], { of, language, place }, () => data);
  }
  const filled = filledText(cell.text, answer.place, context);
  const isPlain = filled.parts.length === 0 && cell.text === piece.text;
  return numbersOfWords(piece, filled.parts, { of, language, place }, ({ start }) => {
    const inData = isPlain ? findCell(cell.text, start) : undefined;
    return (inData && explain.byPlace(inData)) ?? data;
  });
}
