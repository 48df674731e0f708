/**
 * The second opinion on a document: what it says, read from the file itself by code that has no part in converting it. An
 * import is held against it, so that nothing is lost unsaid (see compareWords in comparison.ts).
 */
export interface DocumentText {
  /** The words that a reader sees in the body, in reading order, then the notes in the order of their calls. */
  readonly words: readonly DocumentWord[];
  /** All that is not text of the body, in reading order. */
  readonly parts: readonly DocumentPart[];
}

/** A word or a sign of a document. A word is letters and digits; each other sign stands for itself. */
export interface DocumentWord {
  /** In normal form, so that the same word is the same string: see tokensOf. */
  readonly text: string;
  /** Whether white space parts it from what is before it. */
  readonly spaced: boolean;
  readonly place: Place;
}

/** Where something stands, in words that an author can look for. */
export interface Place {
  readonly within: 'text' | 'table' | 'text box' | 'note';
  /** The heading that it stands under; empty before the first. */
  readonly heading: string;
  /** The first words of its paragraph, or of the one before where its own has none. */
  readonly paragraph: string;
}

/** Something in a document that is not text of its body. */
export interface DocumentPart {
  readonly kind: PartKind;
  readonly place: Place;
  /** The words that it shows, if it shows any. */
  readonly words: readonly string[];
  /** What it is more exactly: the type of a picture, the program of an object. Empty where nothing is known. */
  readonly detail: string;
}

export type PartKind =
  | 'formula'
  | 'chart'
  | 'diagram'
  | 'drawing'
  | 'object'
  | 'picture'
  | 'unknown picture'
  | 'symbol'
  | 'header'
  | 'footer'
  | 'hidden text'
  | 'comment'
  | 'page number'
  | 'list of contents'
  | 'form field'
  | 'ruby'
  | 'embedded document'
  | 'uncalled note'
  | 'navigation';

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
const notShown = /\p{Cf}|[\u{FE00}-\u{FE0F}]/gu;
const hyphens = /[\u2010\u2011]/g;
const token = /[\p{L}\p{M}\p{N}]+|[^\s]/gu;

/**
 * Parts a text into words and signs that can be compared: in compatibility form (Unicode NFKC: ligatures, raised digits and
 * no-break spaces are the plain ones), all hyphens alike, without bullets and what is not seen. Capitals stay capitals.
 */
export function tokensOf(text: string): readonly Token[] {
  const plain = text.replace(bullets, ' ').normalize('NFKC').replace(notShown, '').replace(hyphens, '-');
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
