/** The words of a page in reading order, as its tags have them. Running heads and folios are not among them: they are no text. */
export interface PageText {
  /** BCP 47; empty where the document does not say it. */
  readonly lang: string;
  readonly parts: readonly TextPart[];
}

export type TextPart = TextBlock | TextLine;

/** A block, or a part of one that stands for itself, such as a cell: what it is to somebody who hears the page. */
export interface TextBlock {
  readonly kind: 'block';
  /** A role of WAI-ARIA; undefined for what only groups. */
  readonly role?: string;
  /** Of a heading, from 1. */
  readonly level?: number;
  /** What a picture says in words. */
  readonly alt?: string;
  /** Where it is not that of the page. */
  readonly lang?: string;
  readonly parts: readonly TextPart[];
}

/** The words of a block that stand on one line. Lengths are in points, from the page's top left corner. */
export interface TextLine {
  readonly kind: 'line';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly TextWord[];
  /** What stands between this line and the next of its block: nothing within a word that a hyphen breaks. */
  readonly after: '' | ' ';
}

export interface TextWord {
  readonly text: string;
  /** Whether a space stands before it, on its line. */
  readonly spaced: boolean;
  /** Where it is not that of its block. */
  readonly lang?: string;
  /** Its edges; undefined where the order of the glyphs does not tell them. */
  readonly left?: number;
  readonly right?: number;
}
