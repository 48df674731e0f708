/** A file within a PDF (ISO 32000-1, 7.11.4). */
export interface Attachment {
  /** With its ending: "displacement.csv". No two files of a document have the same. */
  readonly name: string;
  /** "text/csv". */
  readonly mediaType: string;
  /** For readers, in the language of the document. */
  readonly description: string;
  /**
   * What it is to the document (ISO 19005-3, 6.8; ISO 32000-2, 7.11.3): the data behind its tables and charts, another
   * form of it, or what adds to it.
   */
  readonly relationship: 'Data' | 'Alternative' | 'Supplement';
  readonly bytes: Uint8Array;
}
