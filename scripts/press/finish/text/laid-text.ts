/** A text of a document with the page that it stands on, from 1. */
export interface LaidText {
  readonly page: number;
  readonly text: string;
}
