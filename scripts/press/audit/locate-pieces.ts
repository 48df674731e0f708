import type { LaidText } from '../finish/index.ts';
import { alignTexts } from '../text/align-texts.ts';
import { foldText } from '../text/fold-text.ts';
import type { PrintedPiece } from './printed-piece.ts';

/** The page of a character of a piece; undefined where the PDF holds no text at all. */
export type PageOf = (piece: PrintedPiece, offset: number) => number | undefined;

/**
 * Finds on which page each piece was printed.
 *
 * @param laid the text of the PDF in the order of its tags; it may hold more, and labels of drawings in another order
 */
export function locatePieces(pieces: readonly PrintedPiece[], laid: readonly LaidText[]): PageOf {
  const texts = laid.map(({ page, text }) => ({ page, text: foldText(text) }));
  const whole = texts.map(({ text }) => text).join('');
  const folded = pieces.map(({ text }) => foldText(text));
  const inFlow = alignTexts(
    pieces.map(({ stream }, index) => (stream === 'flow' ? (folded[index] ?? '') : '')),
    whole,
  );
  const starts = new Map<PrintedPiece, number>();
  let before = 0;
  for (const [index, piece] of pieces.entries()) {
    const text = folded[index] ?? '';
    if (piece.stream === 'flow') {
      const at = inFlow[index];
      starts.set(piece, at ?? before);
      before = at === undefined ? before : at + text.length;
      continue;
    }
    // A label stands between the running texts before and after its drawing, in whatever order.
    const next = inFlow.findIndex((at, other) => other > index && at !== undefined && pieces[other]?.stream === 'flow');
    const window = whole.slice(before, inFlow[next] ?? whole.length);
    const within = piece.stream === 'loose' ? window.indexOf(text) : -1;
    starts.set(piece, before + Math.max(0, within));
  }
  const pageAt = pagesByPosition(texts);
  return (piece, offset) => pageAt((starts.get(piece) ?? 0) + foldText(piece.text.slice(0, offset)).length);
}

function pagesByPosition(texts: readonly LaidText[]): (position: number) => number | undefined {
  const ends: number[] = [];
  let end = 0;
  for (const { text } of texts) {
    end += text.length;
    ends.push(end);
  }
  return (position) => {
    const index = ends.findIndex((each) => each > position);
    return texts.at(index)?.page;
  };
}
