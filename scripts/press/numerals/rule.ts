import type { NumeralKind, Reading } from './numeral.ts';

/** The groups of a match that have names; one that took no part is not there. */
export type Groups = Readonly<Record<string, string | undefined>>;

/** One row of a language's grammar: how a numeral of one kind is written. */
export interface Rule {
  /** `none` for what looks like a numeral and is not; it takes no digit. */
  readonly kind: NumeralKind | 'none';
  /**
   * A regular expression for the whole of it. What a lookbehind captures as `lead` belongs to the numeral: "section "
   * before 7008. Case matters, but within (?i:…).
   */
  readonly pattern: string;
  /** Reads the value out of the words that matched; without it there is none. */
  readonly read?: (match: { readonly text: string; readonly groups: Groups }) => Reading;
}

/** How a number before which a word stands is meant. */
export type Qualifier = 'about' | 'at least' | 'more than' | 'nearly' | 'less than' | 'at most';

/** What a language writes numerals with. */
export interface NumeralGrammar {
  /** The text as the rules see it, of the same length: whole phrases may be put down as runs of one sign. */
  readonly shade: (text: string) => string;
  /** Words by which numerals begin, as regular expressions. Every digit begins one too. */
  readonly openings: readonly string[];
  /** In the order in which they are tried: the first that fits takes the text. */
  readonly rules: readonly Rule[];
  /** Words before a number that refer to something on these pages: "Figure". */
  readonly references: readonly string[];
  readonly qualifiers: Readonly<Record<Qualifier, readonly string[]>>;
}
