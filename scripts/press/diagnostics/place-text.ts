import type { Place } from './diagnostic.ts';

/** A place as messages and data-source have it: "content/mali/en/10-summary.md:3:1". */
export function placeText({ file, line, column }: Place): string {
  return `${file}:${line}:${column}`;
}
