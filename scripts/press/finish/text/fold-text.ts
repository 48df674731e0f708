/** A text without what may differ between a page and its print, and where in it there was white space. */
export interface FoldedText {
  /** Without white space and marks of format, in capitals, compatibility forms as what they stand for. */
  readonly letters: string;
  /** Offsets into the letters before which there was white space. */
  readonly spaces: ReadonlySet<number>;
}

/** Folds a text: styles change the case of letters and fonts join them, but neither adds or takes any. */
export function foldText(text: string): FoldedText {
  const spaces = new Set<number>();
  let letters = '';
  for (const part of text.split(/([\p{Z}\s]+)/u)) {
    if (/^[\p{Z}\s]/u.test(part)) spaces.add(letters.length);
    else
      letters += part
        .normalize('NFKC')
        .replace(/\p{Cf}/gu, '')
        .toUpperCase();
  }
  return { letters, spaces };
}
