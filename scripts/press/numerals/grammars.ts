import { anyLanguage } from './any-language.ts';
import { english } from './english/english.ts';
import type { NumeralGrammar } from './rule.ts';

const grammars: Readonly<Record<string, NumeralGrammar>> = { en: english };

/** The grammar of a language by its tag, en for en and en-GB; for one that has none, what can be said of any. */
export function grammarOf(language: string): NumeralGrammar {
  return grammars[language.split('-')[0] ?? ''] ?? anyLanguage;
}
