/** With the signs that turn what follows them, whatever its letters. */
const letter =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\u202b\u202e\u2067]/u;

/**
 * Whether a text holds letters that run from right to left. Chromium (153) writes such words in the order in which they
 * stand on the line, from the left, and pdfium reads them in parts: their order in the text cannot be told from a print.
 */
export function runsRightToLeft(text: string): boolean {
  return letter.test(text);
}

/** Letters and figures of a text, each as often as it has them. */
export function lettersOf(text: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [character] of text.matchAll(/[\p{L}\p{N}]/gu)) counts.set(character, (counts.get(character) ?? 0) + 1);
  return counts;
}
