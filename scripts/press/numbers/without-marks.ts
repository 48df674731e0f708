import { filledIn } from '../numerals/run.ts';

/** What the press fills in: directives with their brackets and braces, citations, calls of notes, addresses of links. */
const marks = /(?<!:):[a-z][a-z-]*\[[^\]]*\](?:\{[^{}]*\})?|\[(?:@|\^)[^\]]*\]|(?<=\])\([^)\s]*\)/g;

/** A text with a sign in place of each character that the press fills in, so that offsets stay what they are. */
export function withoutMarks(text: string): string {
  return text.replace(marks, (mark) => filledIn.repeat(mark.length));
}
