import type { Place } from '../diagnostics/diagnostic.ts';
import { claimMarks } from '../facts/claim-marks.ts';
import { filledIn } from '../numerals/run.ts';
import type { PrintedText, SourceOf } from './printed-text.ts';
import { textPlace } from './text-place.ts';

/** What the press fills in: directives with their brackets and braces, citations, calls of notes, addresses of links. */
const marks = /(?<!:):[a-z][a-z-]*\[[^\]]*\](?:\{[^{}]*\})?|\[(?:@|\^)[^\]]*\]|(?<=\])\([^)\s]*\)/g;

/**
 * A string of YAML, or part of one, as printed text.
 *
 * @param start where the whole string begins in its file
 * @param part the part of it that is printed, where not all of it is
 */
export function stringText(
  whole: string,
  start: Place,
  sourceOf: SourceOf,
  part: { readonly text: string; readonly offset: number } = { text: whole, offset: 0 },
): PrintedText {
  return {
    text: part.text.replace(marks, (mark) => filledIn.repeat(mark.length)),
    claims: claimMarks(part.text),
    placeAt: (offset) => textPlace(sourceOf(start.file), start, whole, part.offset + offset),
  };
}
