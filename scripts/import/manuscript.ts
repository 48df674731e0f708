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
  /** What the edition does not print, or prints in another form, by kind and place. */
  readonly remarks: readonly Remark[];
}

/** Something of a manuscript that the edition leaves out, or prints in another form. */
export interface Remark {
  readonly kind: RemarkKind;
  /** `left out`: readers of the edition do not have it · `changed`: they have it in another form */
  readonly effect: 'left out' | 'changed';
  /** Where it stood: the first words of its paragraph, else of the heading above; empty at the head of the manuscript. */
  readonly near: string;
  /** Its words, where it has any that readers of the manuscript saw. */
  readonly words: string;
}

export type RemarkKind =
  | 'chart'
  | 'comment'
  | 'cross reference'
  | 'deleted text'
  | 'diagram'
  | 'drawing'
  | 'field'
  | 'footer'
  | 'formula'
  | 'header'
  | 'heading of notes'
  | 'hidden text'
  | 'line of the cover'
  | 'link'
  | 'list of contents'
  | 'merged cells'
  | 'navigation'
  | 'nested table'
  | 'numbering'
  | 'object'
  | 'picture'
  | 'position of text'
  | 'repeated title'
  | 'script'
  | 'symbol'
  | 'uncalled note';

/** What a format gives before its pictures are fetched and its text is set right. */
export type ReadText = Omit<Manuscript, 'pictures'>;

/** A part of the manuscript that becomes one file. */
export interface ManuscriptSection {
  readonly heading: Heading;
  readonly body: readonly RootContent[];
}
