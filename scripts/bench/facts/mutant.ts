import type { Place } from '../../press/diagnostics/diagnostic.ts';

/** One thing that an edition is made from, changed: a reader or its author has to notice. */
export interface Mutant {
  /** What kind of thing is changed: a row of the score. */
  readonly class: 'cell of data' | 'number typed into print' | 'other number in content';
  /** The editions in which the change may show: a file of the series is part of all. */
  readonly editions: readonly string[];
  /** From the finest to the farthest; what they are is said in `changed-value.ts` and `changed-numeral.ts`. */
  readonly changes: readonly Change[];
  /** Whether other words in print are enough, or somebody must be told: who reads a typed digit cannot know what it was. */
  readonly asks: 'print or diagnostic' | 'diagnostic';
  /** Where the thing stands. */
  readonly place: Place;
  /** The first and the last line of the entry of YAML that it is a part of; a diagnostic may point at any of them. */
  readonly lines: readonly [first: number, last: number];
  readonly before: string;
}

export type Change = TextChange | CellChange;

/** Other words for a stretch of a file of content/. */
export interface TextChange {
  readonly kind: 'text';
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly after: string;
  /** What it is a part of by name: a name that it changes (of a fact, a source), before and after; the fact that it computes. */
  readonly names: readonly string[];
}

/** Another value for one cell of a dataset, whose digest is taken as accepted. */
export interface CellChange {
  readonly kind: 'cell';
  readonly dataset: string;
  /** From 0 after the head, without blank lines. */
  readonly row: number;
  readonly column: string;
  readonly after: string;
}
