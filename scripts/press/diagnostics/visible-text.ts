/**
 * What a terminal or a log obeys or cannot show: controls (ISO 6429, C0, DEL and C1), ends of lines and paragraphs, signs
 * that turn the direction of text about (UAX #9, 2.1 to 2.4), and halves of characters.
 */
const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/** Signs with an escape of their own; others are written by their number. */
const named: ReadonlyMap<string, string> = new Map([
  ['\t', '\\t'],
  ['\n', '\\n'],
  ['\r', '\\r'],
]);

/**
 * A text of authors, or of anybody else, as one line in which all is seen: what moves, hides or commands is written as the
 * escape that YAML and JSON have for it, such as \n and \u001b.
 */
export function visibleText(text: string): string {
  return text.replace(unseen, (sign) => named.get(sign) ?? `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

/** Lines, each of which stays one whatever authors' text is in it, as a text with their ends. */
export function visibleLines(lines: readonly string[]): string {
  return lines.map((line) => `${visibleText(line)}\n`).join('');
}
