import type { Place } from '../diagnostics/diagnostic.ts';
import type { Explanation } from './explanation.ts';
import type { PrintedPiece } from './printed-piece.ts';

/** A number in print, or a group of them, where it was found. */
export interface FoundNumber {
  readonly piece: PrintedPiece;
  /** Where in the piece it begins and ends. */
  readonly start: number;
  readonly end: number;
  /** How many numbers it stands for. */
  readonly count: number;
  readonly explanation: Explanation;
  /** What it is a part of: "chart aid-2020"; undefined for running text. */
  readonly of: string | undefined;
  /** Where it stands in the author's files, as exactly as that is known. */
  readonly place: Place | undefined;
}
