const longest = 60;

/** The beginning of a text in quotation marks, cut between words where it is long. */
export function quoteWords(text: string): string {
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  if (line.length <= longest) return `"${line}"`;
  const cut = line.slice(0, longest);
  const end = cut.lastIndexOf(' ');
  return `"${end > 0 ? cut.slice(0, end) : cut}…"`;
}
