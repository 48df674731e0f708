import type { RefusedPicture } from './clean-picture.ts';

const saveAnew = 'save it anew with a program for pictures, or take another copy of it';

/** Of a file that breaks off. */
export const unfinished: RefusedPicture = {
  ...{ kind: 'refused', why: 'it ends before all of it is there', cure: saveAnew },
  ...{ line: 1, column: 1 },
};

/** Of a file whose parts do not fit together. */
export const damaged: RefusedPicture = { ...unfinished, why: 'it is damaged' };

/** Bytes that a picture may take when it is drawn, at four a dot: 100 million dots. A photograph has 12 to 50 million. */
const drawnBytes = 400_000_000;

/** A picture that would take more room than the browser is given. */
export function tooLarge(width: number, height: number, bytesADot = 4): RefusedPicture | undefined {
  if (width * height * bytesADot <= drawnBytes) return undefined;
  const dots = new Intl.NumberFormat('en').format(Math.round((width * height) / 1e6));
  return { ...unfinished, why: `it has ${dots} million dots, more than can be drawn`, cure: 'save it smaller' };
}
