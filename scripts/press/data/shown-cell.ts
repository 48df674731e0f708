import { limits } from './limits.ts';

/** A cell's words as a message repeats them: in quotation marks, on one line, cut where they are long. */
export function shownCell(text: string): string {
  const oneLine = text.replace(/\s+/g, ' ');
  const cut = oneLine.length > limits.cellShown ? `${oneLine.slice(0, limits.cellShown)}…` : oneLine;
  return `"${cut}"`;
}
