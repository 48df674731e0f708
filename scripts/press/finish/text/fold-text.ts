/** A text without what may differ between a page and its print, and where in it there was white space. */
export interface FoldedText {
  /** In capitals. */
  readonly letters: string;
  /** As they are written, each at the offset of its capital. */
  readonly written: string;
  /** For each offset into the letters 1 where white space was before it, else 0. */
  readonly spaces: Uint8Array;
}

const plain = /^[ -~]*$/;
const ignored = /[\p{Z}\p{Cf}\s]+/gu;

/**
 * The letters of a text: without white space and marks of format, compatibility forms as what they stand for. In capitals
 * they are what a page and its print have in common: styles change the case of letters and fonts join them, but neither
 * adds or takes any.
 */
export function lettersOf(text: string): string {
  // Most texts are plain, and need no tables of Unicode.
  return plain.test(text) ? text.replaceAll(' ', '') : text.normalize('NFKC').replace(ignored, '');
}

/** Folds a text, and keeps where its white space was. */
export function foldText(text: string): FoldedText {
  const words = text
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .split(/[\p{Z}\s]+/u);
  const capitals = words.map((word) => word.toUpperCase());
  const letters = capitals.join('');
  const spaces = new Uint8Array(letters.length + 1);
  let at = 0;
  for (const word of capitals) {
    spaces[at] = 1;
    at += word.length;
  }
  // Few letters have capitals of another length, such as ß.
  const written = words.map((word, index) => {
    const own = capitals[index] ?? '';
    return own.length === word.length ? word : own;
  });
  return { letters, written: written.join(''), spaces };
}
