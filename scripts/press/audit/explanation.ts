import type { Place } from '../diagnostics/diagnostic.ts';

/** What is behind a number in print. */
export type Explanation =
  | { readonly kind: 'fact' | 'claim'; readonly fact: string }
  /** A value of an answer; of a label that puts several together, only the answer is known. */
  | { readonly kind: 'data'; readonly cell: CellOfAnswer | undefined }
  | { readonly kind: 'scale' }
  | { readonly kind: 'declared'; readonly name: string; readonly declaredAt: Place | undefined }
  | { readonly kind: 'citation'; readonly source: string }
  | { readonly kind: 'counted' }
  | { readonly kind: 'unexplained' };

export interface CellOfAnswer {
  /** From 1. */
  readonly row: number;
  readonly column: string;
}
