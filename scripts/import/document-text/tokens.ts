/** A word or sign. */
export interface Token {
  readonly text: string;
  /** Whether white space stands before it. */
  readonly spaced: boolean;
  /** Whether it begins a line. */
  readonly begins: boolean;
}

/** Signs that begin an entry of a list. A list prints its own, so a text has the same words with them and without. */
const bullets = /[•●▪◦‣∙○■□▫⁃]/gu;
/** What is not seen: format characters, the soft hyphen among them, and variation selectors. */
const unseen = /\p{Cf}|[\u{FE00}-\u{FE0F}]/gu;
const hyphens = /[\u2010\u2011]/g;
const token = /[\p{L}\p{M}\p{N}]+|[^\s]/gu;

/**
 * Parts a text into words and signs that can be compared: in compatibility form (Unicode NFKC: ligatures, raised digits and
 * no-break spaces are the plain ones), all hyphens alike, without bullets and what is not seen. Capitals stay capitals.
 */
export function tokensOf(text: string): readonly Token[] {
  const plain = text.replace(bullets, ' ').normalize('NFKC').replace(unseen, '').replace(hyphens, '-');
  let end = 0;
  return Array.from(plain.matchAll(token), ({ 0: word, index }) => {
    const before = plain.slice(end, index);
    end = index + word.length;
    return { text: word, spaced: index === 0 || before !== '', begins: index === 0 || before.includes('\n') };
  });
}

/** Tokens as a text again. */
export function textOfTokens(tokens: readonly Omit<Token, 'begins'>[]): string {
  return tokens
    .map(({ text, spaced }) => (spaced ? ` ${text}` : text))
    .join('')
    .trim();
}

/** The first words of a text, for a message. */
export function firstWords(text: string, count = 8): string {
  const words = text.trim().split(/\s+/u);
  return words.length > count ? `${words.slice(0, count).join(' ')} …` : words.join(' ');
}
