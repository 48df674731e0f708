/** What a PDF says of itself, apart from its pages. */
export interface DocumentProperties {
  readonly title: string;
  /** Empty where it names no one as its author. */
  readonly authors: readonly string[];
  readonly subject: string;
  readonly keywords: readonly string[];
  /** A BCP 47 tag, of the whole document. */
  readonly language: string;
  /** What made the page that was printed. */
  readonly creator: string;
  /** What made the PDF. */
  readonly producer: string;
  /** The instant that the PDF gives as that of its making and of its last change. */
  readonly date: Date;
}
