/** A standard that the judge holds a PDF against, by veraPDF's name for it. */
export type Standard = 'ua1' | '3a';

/** The standards by their names for people. */
export const standardNames: Readonly<Record<Standard, string>> = { ua1: 'PDF/UA-1', '3a': 'PDF/A-3a' };

/** One rule of a standard that a PDF breaks. */
export interface Failure {
  /** Clause and test, as the judge numbers them: "7.3-1" (ISO 14289-1 for PDF/UA-1, ISO 19005-3 for PDF/A-3a). */
  readonly rule: string;
  /** The clause in the judge's words. */
  readonly description: string;
  /** How many checks of this rule failed. */
  readonly count: number;
  /** Where, as the judge says it: a path of objects. At most `mostPlaces` of them. */
  readonly contexts: readonly string[];
}

/** What the judge says of one PDF under one standard. */
export type Verdict = {
  readonly file: string;
  readonly standard: Standard;
} & (
  | { readonly kind: 'passed'; readonly checks: number }
  | { readonly kind: 'failed'; readonly failures: readonly Failure[] }
  | { readonly kind: 'unreadable'; readonly reason: string }
);

/** The most places that the judge is asked to list for a rule. */
export const mostPlaces = 20;
