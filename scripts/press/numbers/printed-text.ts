import type { Place } from '../diagnostics/diagnostic.ts';
import { type ClaimMark, claimMarks } from '../facts/claim-marks.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import { type SourceOf, textPlace } from './source-places.ts';

/** A stretch of text that is printed as its author wrote it, with the way back to the author's file. */
export interface PrintedText {
  /** What is printed; U+FFFC stands for what the press fills in: facts, claims, references, citations. */
  readonly text: string;
  /** The claims in it, by their offsets in the text. */
  readonly claims: readonly ClaimMark[];
  /** Where the character of an offset stands. */
  readonly placeAt: (offset: number) => Place;
}

/** Stands in a printed text for what the press fills in. */
export const filledIn = '\uFFFC';

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
    text: maskMarks(part.text),
    claims: claimMarks(part.text),
    placeAt: (offset) => textPlace(sourceOf(start.file), start, whole, part.offset + offset),
  };
}

/** What the press fills in: directives with their brackets and braces, citations, calls of notes, addresses of links. */
const marksOfText = /(?<!:):[a-z][a-z-]*\[[^\]]*\](?:\{[^{}]*\})?|\[(?:@|\^)[^\]]*\]|(?<=\])\([^)\s]*\)/g;

/** A text with a sign in place of each character that the press fills in, so that offsets stay what they are. */
export function maskMarks(text: string, marks: RegExp = marksOfText): string {
  return text.replace(marks, (mark) => filledIn.repeat(mark.length));
}

/** Whether a text is a date, a period or a name and nothing else ("2021-H1", "FY 2017–2018"), or holds no numeral. */
export function isDateOrName(text: string, language: string): boolean {
  const [only, ...others] = findNumerals(text, language);
  if (!only) return true;
  const whole = only.start === 0 && only.end === text.trimEnd().length && others.length === 0;
  return whole && (only.kind === 'date' || only.kind === 'name');
}

/** Whether a text is prose: short codes (2022-Q1, H1) and single signs stand in cells as well. */
export function isProse(text: string): boolean {
  return /[^\w.:%+/-]/.test(text.trim());
}
