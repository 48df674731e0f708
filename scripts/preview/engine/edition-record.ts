import type { PageNumbers } from '../../press/page/page-html.ts';
import type { PreviewDiagnostic, PreviewEdition, PreviewPlaces, PreviewStatus } from '../protocol.ts';

/** One version of an edition's pages, as it can be fetched. */
export interface ShownVersion {
  readonly version: number;
  readonly pages: number;
  /** When it was printed, in milliseconds since 1970. */
  readonly at: number;
  /** The print, and the finished PDF once there is one. */
  readonly pdf: Uint8Array;
  /** Undefined until it is finished. */
  readonly places: PreviewPlaces | undefined;
}

/** What the engine knows of an edition. It changes with every step; `stateOf` gives what the page sees. */
export interface EditionRecord {
  readonly name: string;
  title: string;
  language: string;
  status: PreviewStatus;
  diagnostics: readonly PreviewDiagnostic[];
  took: { compile: number; print: number; finish: number } | undefined;
  /** The page numbers of the last print: for the most part they are those of the next. */
  numbers: PageNumbers;
  /** The newest last. The one before is kept, since the page may just be fetching it. */
  versions: readonly ShownVersion[];
}

/** An edition of which nothing is known yet. */
export function newRecord(name: string): EditionRecord {
  return {
    ...{ name, title: name, language: '', status: 'waiting', diagnostics: [], took: undefined },
    ...{ numbers: new Map(), versions: [] },
  };
}

/** The record as the page sees it. */
export function stateOf({ name, title, language, status, diagnostics, took, versions }: EditionRecord): PreviewEdition {
  const shown = versions.at(-1);
  return {
    ...{ name, title, language, status, diagnostics },
    ...(shown && {
      shown: { version: shown.version, finished: shown.places !== undefined, pages: shown.pages, at: shown.at },
    }),
    ...(took && { took: { ...took } }),
  };
}
