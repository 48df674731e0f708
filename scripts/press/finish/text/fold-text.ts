/** A text without what may differ between a page and its print, and where in it there was white space. */
export interface FoldedText {
  readonly letters: string;
  /** Offsets into the letters before which there was white space. */
  readonly spaces: ReadonlySet<number>;
}

const plain = /^[ -~]*$/;
const ignored = /[\p{Z}\p{Cf}\s]+/gu;

/**
 * The letters of a text: without white space and marks of format, in capitals, compatibility forms as what they stand for.
 * Styles change the case of letters and fonts join them, but neither adds or takes any.
 */
export function foldLetters(text: string): string {
  // Most texts are plain, and need no tables of Unicode.
  if (plain.test(text)) return text.replaceAll(' ', '').toUpperCase();
  return text.normalize('NFKC').replace(ignored, '').toUpperCase();
}

/** Folds a text, and keeps where its white space was. */
export function foldText(text: string): FoldedText {
  const spaces = new Set<number>();
  const words = text
    .normalize('NFKC')
    .replace(/\p{Cf}+/gu, '')
    .toUpperCase()
    .split(/[\p{Z}\s]+/u);
  let length = 0;
  for (const word of words) {
    spaces.add(length);
    length += word.length;
  }
  return { letters: words.join(''), spaces };
}
