import type { Place } from '../diagnostics/diagnostic.ts';

/** What a stretch of print comes from, as the page's HTML tells it. */
export type PieceOrigin =
  /** Words of an author or of the press, as they stand in their file. */
  | { readonly kind: 'typed' }
  | { readonly kind: 'fact'; readonly fact: string }
  | { readonly kind: 'claim'; readonly fact: string }
  /** A cell of the answer behind a table or timeline: "table humanitarian-funding", row from 1, column. */
  | { readonly kind: 'cell'; readonly of: string; readonly row: number; readonly column: string }
  /** The table in the appendix of what a figure draws: "chart aid-2020". */
  | { readonly kind: 'appendix'; readonly of: string }
  | { readonly kind: 'citation'; readonly source: string }
  /** The press counted it: the number of a page, a figure, a note. */
  | { readonly kind: 'counted' }
  /** A label of a drawing, or what is said in its place: "chart aid-2020", axis-label. */
  | { readonly kind: 'drawn'; readonly of: string; readonly part: string };

/** Text in print that comes from one thing, within one block. */
export interface PrintedPiece {
  /** With single spaces. */
  readonly text: string;
  readonly origin: PieceOrigin;
  /** Of the nearest thing around it that says where it stands; undefined for the words of a template. */
  readonly place: Place | undefined;
  /** Pieces of one block have the same number: they are read without a break. */
  readonly block: number;
  /**
   * `flow`: running text, in its order; `loose`: a label of a drawing, at its place in the order or near it; `unseen`:
   * alternative text.
   */
  readonly stream: 'flow' | 'loose' | 'unseen';
}
