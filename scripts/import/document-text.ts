import { htmlText, markdownText, plainText } from './document-text/other-formats.ts';
import { wordText } from './document-text/word-text.ts';

/**
 * The second opinion on a document: what it says, read from the file itself by code that has no part in converting it. An
 * import is held against it, so that nothing is lost unsaid (see {@link compareWords} in document-text/compare-words.ts).
 */
export interface DocumentText {
  /** The words that a reader sees in the body, in reading order, then the notes in the order of their calls. */
  readonly words: readonly DocumentWord[];
  /** All that is not text of the body, in reading order. */
  readonly parts: readonly DocumentPart[];
}

/** A word or a sign of a document. A word is letters and digits; each other sign stands for itself. */
export interface DocumentWord {
  /** In normal form, so that the same word is the same string: see tokensOf in document-text/tokens.ts. */
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

/** The formats of manuscripts, by the end of the file's name. */
const readers: Readonly<Record<string, (bytes: Uint8Array) => DocumentText>> = {
  docx: wordText,
  md: markdownText,
  markdown: markdownText,
  html: htmlText,
  htm: htmlText,
  txt: plainText,
};

/**
 * Reads what a document says.
 *
 * @param format the end of its name: docx, md, markdown, html, htm or txt
 * @throws Error for a file that is not of its format, and for a format that is none of these
 */
export function documentText(bytes: Uint8Array, format = 'docx'): DocumentText {
  const read = readers[format.toLowerCase()];
  if (!read) throw new Error(`a file of the kind ".${format}" cannot be read: save it as .docx, .md, .html or .txt`);
  return read(bytes);
}
