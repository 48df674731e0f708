/**
 * A text without what may differ between a page's HTML and its print: white space and line ends, soft and line-end
 * hyphens (all hyphens, since pdfium reads both kinds at the end of a line as one), ligatures and other compatibility
 * forms, and the case of letters, which a style may change.
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\p{Z}\p{Cc}\p{Cf}\s\u002d\u2010\u2011]/gu, '')
    .toUpperCase();
}
