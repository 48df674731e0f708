import type { Place } from '../diagnostics/diagnostic.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { type Declared, type DeclaredName, findNames } from './declared-names.ts';
import type { PrintedText } from './printed-text.ts';

/** A numeral in print that no fact computes, and what excuses it. */
export interface TypedNumeral {
  readonly numeral: Numeral;
  /** As it is typed. */
  readonly words: string;
  /** The rest of its text: what it counts is named there. */
  readonly after: string;
  readonly place: Place;
  /** `nothing`: it needs a fact, a claim or a declaration. */
  readonly excused:
    | { readonly by: 'name'; readonly name: DeclaredName }
    | { readonly by: 'kind' }
    | { readonly by: 'nothing' };
}

/** Every numeral that is typed into printed texts, with its place, in the order of the texts. */
export function typedNumerals(
  texts: readonly PrintedText[],
  language: string,
  { names, kinds }: Declared,
): readonly TypedNumeral[] {
  const find = findNames(names);
  return texts.flatMap(({ text, placeAt }) => {
    const numerals = findNumerals(text, language);
    if (numerals.length === 0) return [];
    const uses = find(text);
    return numerals.map((numeral): TypedNumeral => {
      const use = uses.find(({ start, end }) => start <= numeral.start && numeral.end <= end);
      const excused = use
        ? { by: 'name' as const, name: use.name }
        : { by: kinds.has(numeral.kind) ? ('kind' as const) : ('nothing' as const) };
      return {
        numeral,
        words: text.slice(numeral.start, numeral.end),
        after: text.slice(numeral.end),
        // Asked for only where it is told: to find it, the file is read again.
        get place() {
          return placeAt(numeral.start);
        },
        excused,
      };
    });
  });
}
