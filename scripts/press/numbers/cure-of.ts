import type { Fact, Facts } from '../facts/fact.ts';
import { grammarOf } from '../numerals/grammars.ts';
import type { Numeral } from '../numerals/numeral.ts';
import { agreement } from './agreement.ts';
import { isTelling } from './is-telling.ts';
import { measureOf, readsAs } from './measure.ts';
import type { HeldValue } from './nearest-values.ts';

/** What a cure for a typed-in number is made from. */
export interface CureContext {
  readonly facts: Facts;
  /** The file in which the edition declares its names. */
  readonly file: string;
  readonly language: string;
  /** What is behind a fact, for people: its row and its source. */
  readonly behind: (fact: Fact) => string;
}

/** Facts that a cure names; more would not be read. */
const shownFacts = 3;

/**
 * What to do about a typed-in number: the facts that say the same, or else where such a number comes from.
 *
 * @param nearest the nearest value of the datasets, where that is to be told
 */
export function cureOf(
  numeral: Numeral,
  words: string,
  { facts, file, language, behind }: CureContext,
  nearest: HeldValue | undefined,
): string {
  const alike = alikeFacts(numeral, words, facts);
  if (alike.length > 0) {
    const marks = alike.map((fact) => {
      const { name, text } = fact;
      return `${text === words ? `:fact[${name}]` : `:claim[${words}]{fact=${name}}`}${behind(fact)}`;
    });
    return `write ${marks.join(' or ')}${alike.length > 1 ? ', whichever is meant' : ''}`;
  }
  if (isReference(words, language))
    return 'write :chart[name], :map[name] or :table[name], so that its number follows it';
  if (numeral.kind === 'name') return `declare the name under "declared" in ${file} (names: …)`;
  const held = nearest
    ? `the nearest value that the data hold is ${nearest.decimal}, in "${nearest.column}" of "${nearest.dataset}": `
    : '';
  if (numeral.kind === 'date' || numeral.kind === 'ordinal') {
    return `print it by a fact, or declare it under "declared" in ${file} (names: …)`;
  }
  return `${held}make a fact of it in facts.yaml, or declare the name that it belongs to in ${file}`;
}

/** The facts that may be meant by a typed-in number, as many as a cure names. */
export function alikeFacts(numeral: Numeral, words: string, facts: Facts): readonly Fact[] {
  return [...facts.values()].filter((fact) => isAlike(numeral, words, fact)).slice(0, shownFacts);
}

/** Whether a fact may be meant: one of the same kind that says the same. "The first" is seldom the one that a fact counts. */
function isAlike(numeral: Numeral, words: string, fact: Fact): boolean {
  if (numeral.kind === 'ordinal') return false;
  const measure = measureOf(fact);
  if (fact.text === words) return measure === 'words' || readsAs(numeral, measure, fact);
  return isTelling(numeral) && agreement(numeral, undefined, fact).kind === 'agrees';
}

/** Whether a name is the number of something that the edition itself places. */
function isReference(words: string, language: string): boolean {
  return grammarOf(language).references.some((word) => words.toLowerCase().startsWith(`${word} `));
}
