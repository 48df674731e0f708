import type { Place } from '../diagnostics/diagnostic.ts';
import { claimMarks } from '../facts/claim-marks.ts';
import type { PrintedText, SourceOf } from './printed-text.ts';
import { textPlace } from './text-place.ts';
import { withoutMarks } from './without-marks.ts';

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
    text: withoutMarks(part.text),
    claims: claimMarks(part.text),
    placeAt: (offset) => textPlace(sourceOf(start.file), start, whole, part.offset + offset),
  };
}
