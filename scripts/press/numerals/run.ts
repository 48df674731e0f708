/** A stretch of printed text without a break in its sense: a paragraph, a heading, a cell, a title. */
export interface Run {
  /** What is printed; U+FFFC stands for what the press fills in, such as a fact or the call of a note. */
  readonly text: string;
  /** The offset in its source of each UTF-16 unit of the text. */
  readonly offsets: readonly number[];
}

/** Stands in a run for what the press fills in. */
export const filledIn = '\uFFFC';
