/** What a page knows of an element that Chromium's tags do not say. */
export interface Identity {
  /** The name of the element: "section". */
  readonly name: string;
  /** Its role of DPUB-ARIA 1.1: "doc-endnote". */
  readonly role: string | undefined;
  readonly id: string | undefined;
  /** The language that the element itself is declared to be in. */
  readonly language: string | undefined;
  /** What a link is in words, where its own do not say it (WAI-ARIA 1.2, aria-label). */
  readonly label: string | undefined;
}

/** Identities by the language tag that was printed in their place: "en-x-n17". */
export type Identities = ReadonlyMap<string, Identity>;
