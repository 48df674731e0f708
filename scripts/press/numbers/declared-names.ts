import type { Place } from '../diagnostics/diagnostic.ts';
import type { NumeralKind } from '../numerals/numeral.ts';

/** A name or date that an edition or its series declares: its number needs no fact. */
export interface DeclaredName {
  readonly text: string;
  readonly place: Place;
}

/** What an edition may print without a fact. */
export interface Declared {
  readonly names: readonly DeclaredName[];
  /** Kinds of numerals that are excused wherever they stand. */
  readonly kinds: ReadonlySet<NumeralKind>;
}

/** The stretches of a text that a declared name covers. */
export interface NameUse {
  readonly name: DeclaredName;
  readonly start: number;
  readonly end: number;
}

/**
 * Makes a finder of declared names. A name matches with any white space between its words, any dash for its hyphens, and its
 * first letter small or large, as a sentence may have it; never within a longer word or number.
 */
export function findNames(names: readonly DeclaredName[]): (text: string) => readonly NameUse[] {
  if (names.length === 0) return () => [];
  const longestFirst = names.toSorted((a, b) => b.text.length - a.text.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${longestFirst.map(({ text }) => `(${patternOf(text)})`).join('|')})(?![\\p{L}\\p{N}]|[.,]\\d)`,
    'gu',
  );
  return (text) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const index = match.slice(1).findIndex((group) => group !== undefined);
      const name = longestFirst[index];
      return name ? [{ name, start: match.index, end: match.index + match[0].length }] : [];
    });
}

function patternOf(text: string): string {
  const [first = '', ...rest] = text.trim();
  const start = `[${RegExp.escape(first.toLowerCase())}${RegExp.escape(first.toUpperCase())}]`;
  const words = RegExp.escape(rest.join(''))
    .replace(/(?:\\x20|\\u00a0|\\n)+/gi, '\\s+')
    .replace(/\\x2d|[‐‑–]/gi, '[-‐‑–]');
  return start + words;
}
