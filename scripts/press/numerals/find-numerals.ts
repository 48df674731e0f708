import { english } from './english/english.ts';
import { compileGrammar, type NumeralGrammar, type Qualifier } from './grammar.ts';
import { type Numeral, readDigits } from './numeral.ts';

/**
 * Finds every numeral of a text, in digits or words. Of a language that the press has no grammar for, numerals in digits.
 *
 * @param language a BCP 47 tag
 */
export function findNumerals(text: string, language: string): readonly Numeral[] {
  const grammar = grammarOf(language);
  const find = compiled.get(grammar) ?? compileGrammar(grammar);
  compiled.set(grammar, find);
  return find(text);
}

/** A grammar is compiled when a text of its language is first read. */
const compiled = new WeakMap<NumeralGrammar, ReturnType<typeof compileGrammar>>();

/** What the words right before a place in a text say of the number there: "nearly", "more than". */
export function qualifierBefore(text: string, offset: number, language: string): Qualifier | undefined {
  const { qualifiers } = grammarOf(language);
  const before = text.slice(0, offset).toLowerCase().trimEnd();
  return qualifierNames.find((name) =>
    qualifiers[name].some((words) => before === words || before.endsWith(` ${words}`) || before.endsWith(`\n${words}`)),
  );
}

const qualifierNames: readonly Qualifier[] = ['about', 'at least', 'more than', 'nearly', 'less than', 'at most'];

/** Whether a name in a text is the number of something on its own pages: "Figure 3". */
export function isPageReference(words: string, language: string): boolean {
  return grammarOf(language).references.some((word) => words.toLowerCase().startsWith(`${word} `));
}

/** The grammar of a language by its tag, en for en and en-GB; for one that has none, what can be said of any. */
function grammarOf(language: string): NumeralGrammar {
  return grammars[language.split('-')[0] ?? ''] ?? anyLanguage;
}

const grammars: Readonly<Record<string, NumeralGrammar>> = { en: english };

/**
 * What can be said of numerals in any language: digits are a numeral, and with letters among them a name. What their
 * commas and points mean is the language's own, so a value is read of whole numbers only.
 */
const anyLanguage: NumeralGrammar = {
  mask: (text) => text,
  openings: [],
  rules: [
    { kind: 'name', pattern: String.raw`(?=[\d.,-]*\p{L})[\p{L}\d](?:[\p{L}\d_.\/:@&+#-]*[\p{L}\d])?` },
    { kind: 'percent', pattern: String.raw`\d+(?:[.,]\d+)?\s?%` },
    {
      kind: 'number',
      pattern: String.raw`\d+(?![.,\s\u00a0\u202f]?\d)`,
      read: ({ text }) => ({ values: [readDigits(text)] }),
    },
    { kind: 'number', pattern: String.raw`\d+(?:[.,\u00a0\u2009\u202f]\d+)*` },
  ],
  references: [],
  // No words are known to stand before a number.
  qualifiers: { about: [], 'at least': [], 'more than': [], nearly: [], 'less than': [], 'at most': [] },
};
