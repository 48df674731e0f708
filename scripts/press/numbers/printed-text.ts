import type { Place } from '../diagnostics/diagnostic.ts';
import type { ClaimMark } from '../facts/claim-marks.ts';

/** A stretch of text that is printed as its author wrote it, with the way back to the author's file. */
export interface PrintedText {
  /** What is printed; U+FFFC stands for what the press fills in: facts, claims, references, citations. */
  readonly text: string;
  /** The claims in it, by their offsets in the text. */
  readonly claims: readonly ClaimMark[];
  /** Where the character of an offset stands. */
  readonly placeAt: (offset: number) => Place;
}

/** The text of a file, as its places count it: without byte order mark, with plain line ends. */
export type SourceOf = (file: string) => string;
