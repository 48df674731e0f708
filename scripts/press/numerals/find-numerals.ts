import { compileGrammar, type FindNumerals } from './compile-grammar.ts';
import { grammarOf } from './grammars.ts';
import type { Numeral } from './numeral.ts';
import type { NumeralGrammar } from './rule.ts';

const finders = new WeakMap<NumeralGrammar, FindNumerals>();

/**
 * Finds every numeral of a text, in digits or words. Of a language that the press has no grammar for, numerals in digits.
 *
 * @param language a BCP 47 tag
 */
export function findNumerals(text: string, language: string): readonly Numeral[] {
  const grammar = grammarOf(language);
  const find = finders.get(grammar) ?? compileGrammar(grammar);
  finders.set(grammar, find);
  return find(text);
}
