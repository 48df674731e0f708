/** A text as `foldMarks` gives it and without the case of its letters, which a style may change. */
export function foldText(text: string): string {
  return foldMarks(text).toUpperCase();
}

/**
 * A text without what may differ between a page's HTML and its print: white space and line ends, soft and line-end
 * hyphens (all hyphens, since pdfium reads both kinds at the end of a line as one), ligatures and other compatibility
 * forms. Emoji go as well: Chromium (153) writes those of several
 * glyphs as ActualText, of which pdfium reads nothing beyond U+FFFD.
 */
export function foldMarks(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Z}\p{Cc}\p{Cf}\s\u002d\u2010\u2011]/gu, '')
    .replace(/\p{Extended_Pictographic}|\p{Emoji_Modifier}|\ufe0f|\u20e3/gu, '');
}
