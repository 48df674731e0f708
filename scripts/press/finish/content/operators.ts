import { type Lexer, wordCode } from '../file/lexer.ts';

/** Operators by their codes, from a list with spaces between them. */
export function operatorSet(words: string): ReadonlySet<number> {
  return new Set(words.split(' ').map(wordCode));
}

/** What is known of operators that stand in a PDF, but in no finished one. */
const reasons: ReadonlyMap<string, string> = new Map([
  ['k', 'a colour in CMYK, and nothing says how it looks'],
  ['K', 'a colour in CMYK, and nothing says how it looks'],
  ['BI', 'an image within the content'],
]);

/** The error at an operator that Chromium never writes, or that PDF/A does not allow (ISO 19005-3, 6.2.2). */
export function unknownOperator(lexer: Lexer): Error {
  const word = lexer.text();
  const reason = reasons.get(word);
  const at = `at byte ${lexer.start()}`;
  return new Error(reason ? `there is ${reason} ${at}` : `unknown operator "${word}" ${at}`);
}
