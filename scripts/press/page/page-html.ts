/** A file that the page asks its origin for. */
export interface Resource {
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** An edition as one HTML document, with all that it needs: what is printed, and nothing else is known to the printer. */
export interface PageHtml {
  /** The document. Blocks that came from a file carry data-source="file:line:column". */
  readonly html: string;
  /** By path below the document's own: "fonts/source-serif-4-latin-400-normal.woff2". */
  readonly resources: ReadonlyMap<string, Resource>;
}

/** The page that each id of the document begins on, counted from 1. */
export type PageNumbers = ReadonlyMap<string, number>;

/** Elements of which nothing is printed as text. */
export const unprinted: ReadonlySet<string> = new Set([
  'head',
  'script',
  'style',
  'template',
  'title',
  'desc',
  'metadata',
  'defs',
]);
