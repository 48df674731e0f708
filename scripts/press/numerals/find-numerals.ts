import { anyLanguage } from './any-language.ts';
import { compileGrammar, type FindNumerals } from './compile-grammar.ts';
import { english } from './english/english.ts';
import type { Numeral } from './numeral.ts';

/** By the language of a tag: en for en and en-GB. */
const finders: Readonly<Record<string, FindNumerals>> = { en: compileGrammar(english) };
const digitsOnly = compileGrammar(anyLanguage);

/**
 * Finds every numeral of a text, in digits or words. Of a language that the press has no grammar for, numerals in digits.
 *
 * @param language a BCP 47 tag
 */
export function findNumerals(text: string, language: string): readonly Numeral[] {
  const find = finders[language.split('-')[0] ?? ''] ?? digitsOnly;
  return find(text);
}
