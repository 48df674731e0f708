import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { NumeralKind } from '../numerals/numeral.ts';
import type { Edition } from '../read/edition.ts';

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

/** The names and kinds that an edition and its series declare. */
export function declaredIn({ meta, series }: Edition): Declared {
  const files = [meta, series];
  return {
    names: files.flatMap(({ value, at }) =>
      (value.declared?.names ?? []).map((text, index) => ({ text, place: at('declared', 'names', index) })),
    ),
    kinds: new Set(files.flatMap(({ value }) => value.declared?.kinds ?? [])),
  };
}

/** The stretches of a text that a declared name covers. */
interface NameUse {
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

/** Reports the names that an edition's own file declares and none of its numbers needs. */
export function reportUnusedNames(edition: Edition, used: ReadonlySet<DeclaredName>, report: Report): void {
  reportUnused(namesOfFile(edition, edition.meta.at().file), used, report);
}

/** Reports the names that the series declares and none of its editions needs. */
export function reportUnusedSeriesNames(
  editions: readonly { readonly edition: Edition; readonly usedNames: ReadonlySet<DeclaredName> }[],
  report: Report,
): void {
  const [first] = editions;
  if (!first) return;
  const used = new Set(editions.flatMap(({ usedNames }) => [...usedNames]));
  reportUnused(namesOfFile(first.edition, first.edition.series.at().file), used, report);
}

function namesOfFile(edition: Edition, file: string): readonly DeclaredName[] {
  return declaredIn(edition).names.filter(({ place }) => place.file === file);
}

function reportUnused(names: readonly DeclaredName[], used: ReadonlySet<DeclaredName>, report: Report): void {
  // Each edition reads the series anew, and two files may declare the same name: only the words tell names apart.
  const texts = new Set([...used].map(({ text }) => text));
  for (const { text, place } of names) {
    if (texts.has(text)) continue;
    report({
      rule: 'declared-unused',
      place,
      message: `"${text}" is declared, and no number that is printed belongs to it`,
      cure: 'take it out, or write it as it stands in print',
    });
  }
}
