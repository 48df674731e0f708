/** A text without what may differ between a page and its print, and where in it there was white space. */
export interface FoldedText {
  /** In capitals. */
  readonly letters: string;
  /** As they are written, each at the offset of its capital. */
  readonly written: string;
  /** Offsets into the letters before which there was white space. */
  readonly spaces: ReadonlySet<number>;
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
  const spaces = new Set<number>();
  const words = text
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .split(/[\p{Z}\s]+/u);
  let letters = '';
  let written = '';
  for (const word of words) {
    spaces.add(letters.length);
    const capitals = word.toUpperCase();
    letters += capitals;
    // Few letters have capitals of another length, such as ß.
    written += capitals.length === word.length ? word : capitals;
  }
  return { letters, written, spaces };
}
