/** A character that a page paints. Lengths are in points, from the page's top left corner. */
export interface Character {
  /** Its place in pdfium's order. */
  readonly index: number;
  readonly text: string;
  readonly kind: 'glyph' | 'space' | 'made space';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}
