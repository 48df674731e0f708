import type { Heading, Paragraph, Root, RootContent } from 'mdast';

/** An authors' text in whatever form it came: what every format is read into. */
export interface Manuscript {
  /** The line that its form marks as the title; none where the form has no such mark. */
  readonly title: Paragraph | undefined;
  /** Blocks in their order, then the notes. Images are named "images/<file>". */
  readonly tree: Root;
  /** The pictures by "images/<file>". */
  readonly pictures: ReadonlyMap<string, Uint8Array>;
  /** Sentences on what could not be taken over as it was. */
  readonly notices: readonly string[];
}

/** What a format gives before its pictures are fetched and its text is set right. */
export type ReadText = Omit<Manuscript, 'pictures'>;

/** A part of the manuscript that becomes one file. */
export interface ManuscriptSection {
  readonly heading: Heading;
  readonly body: readonly RootContent[];
}
