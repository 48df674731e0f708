/** Whether a line of plain text reads like a heading: short, begun like a title, and without the stop of a sentence. */
export function isHeadingLine(line: string): boolean {
  const words = line.split(/\s+/);
  return (
    line.length <= 80 &&
    words.length <= 12 &&
    /^[\p{Lu}\p{Lt}\d“"‘']/u.test(line) &&
    /[\p{L}\p{N}?)”"’]$/u.test(line) &&
    !/^By\s+\p{Lu}/u.test(line) &&
    /\p{L}{2}/u.test(line)
  );
}
