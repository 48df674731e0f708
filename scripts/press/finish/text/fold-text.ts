/** A text without what may differ between a page and its print, and where in it there was white space. */
export interface FoldedText {
  readonly letters: string;
  /** Offsets into the letters before which there was white space. */
  readonly spaces: ReadonlySet<number>;
}

const plain = /^[!-~]*$/;
const ignored = /[\p{Z}\p{Cf}\s]+/gu;

/**
 * The letters of a text: without white space and marks of format, in capitals, compatibility forms as what they stand for.
 * Styles change the case of letters and fonts join them, but neither adds or takes any.
 */
export function foldLetters(text: string): string {
  // Most words are plain, and need no tables of Unicode.
  return plain.test(text) ? text.toUpperCase() : text.normalize('NFKC').replace(ignored, '').toUpperCase();
}

/** Folds a text, and keeps where its white space was. */
export function foldText(text: string): FoldedText {
  const spaces = new Set<number>();
  const parts: string[] = [];
  let length = 0;
  for (const word of text.split(/[\p{Z}\s]+/u)) {
    spaces.add(length);
    const letters = foldLetters(word);
    parts.push(letters);
    length += letters.length;
  }
  return { letters: parts.join(''), spaces };
}
