import { decodePDFRawStream, PDFArray, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { runsRightToLeft } from '../text-matching.ts';
import { type Box, isOnLine, overlapOf, reachesPast } from './box.ts';
import type { Drawn, DrawnText } from './drawn.ts';
import { type PlaceOfText, quoteWords } from './page-text.ts';
import type { PrintedBlock } from './printed-blocks.ts';

/** What printed texts and drawings are held against. */
interface PageArea {
  /** The area of each page between its margins. */
  readonly body: Box;
  readonly direction: 'ltr' | 'rtl';
  readonly placeOf: PlaceOfText;
}

/** How far ink may reach into a margin, in points: half a thick line. */
const tolerance = 2;
/** By how much the ink of two texts must overlap, across and up, to be reported. */
const touching = 1.5;

/** Reports text and drawings that reach into the page's margins, and texts that are printed over each other. */
export function checkBoxes(
  blocks: readonly PrintedBlock[],
  { texts }: Drawn,
  { body, direction, placeOf }: PageArea,
  report: Report,
): void {
  // What has no tag stands in the margin by right: running heads and feet.
  const tagged = texts.filter(({ mark }) => mark !== undefined);
  for (const text of tagged) {
    if (text.boxes.some((box) => reachesPast(box, body, tolerance))) reportPassed(placeOf(text), text.text, text.page);
  }
  for (const { text, place, fragments } of blocks.filter(({ type }) => type === 'Figure')) {
    for (const { page, lines } of fragments)
      if (reachesPast(lines[0], body, tolerance)) reportPassed(place, text, page);
  }
  const byPage = Map.groupBy(tagged, ({ page }) => page);
  for (const onPage of byPage.values()) checkOverlaps(onPage, direction, placeOf, report);

  function reportPassed(place: Place, text: string, page: number): void {
    report({
      rule: 'box-passed',
      place,
      message: `${quoteWords(text)} reaches into the margin of page ${page}`,
      cure: 'shorten it, let it break, or make what holds it wider',
    });
  }
}

function checkOverlaps(
  texts: readonly DrawnText[],
  direction: 'ltr' | 'rtl',
  placeOf: PlaceOfText,
  report: Report,
): void {
  // By their upper edge: only neighbours in this order can overlap.
  const sorted = texts
    .flatMap(({ boxes, ...text }) => boxes.map((box) => ({ ...text, boxes, box })))
    .toSorted((one, other) => other.box.top - one.box.top);
  for (const [index, upper] of sorted.entries()) {
    for (let next = index + 1; next < sorted.length; next += 1) {
      const lower = sorted[next];
      if (!lower || lower.box.top <= upper.box.bottom + touching) break;
      // The marks of Arabic letters are glyphs that stand over and under those of the next.
      if (upper.mark === lower.mark && runsRightToLeft(upper.text)) continue;
      // Where lines run from the right, a stretch of one is around what stands in it and belongs to another.
      if (direction === 'rtl' && isOnLine(upper.box, lower.box)) continue;
      const { across, up } = overlapOf(upper.box, lower.box);
      if (across < touching || up < touching) continue;
      report({
        rule: 'box-passed',
        place: placeOf(lower),
        message: `${quoteWords(lower.text)} is printed over ${quoteWords(upper.text)} on page ${lower.page}`,
        cure: 'give each room: shorten one, or make what holds them wider or higher',
      });
    }
  }
}

/** Reports text that reaches past the edge of its page. */
export function checkEdges(drawn: readonly DrawnText[], placeOf: PlaceOfText, report: Report): void {
  for (const text of drawn) {
    if (!text.outside) continue;
    report({
      rule: 'text-outside',
      place: placeOf(text),
      message: `${quoteWords(text.text)} runs past the edge of page ${text.page}`,
      cure: 'shorten it, or let its line break',
    });
  }
}

/**
 * Reports pages that the browser shrank: when anything is wider than the page, Chromium lays all pages out wider and
 * scales them down, which makes every size on them wrong without a word (seen with 153).
 *
 * A page's content begins with a matrix that brings it to a grid of 300 an inch; the document then comes after the first
 * clip, with a matrix that brings CSS pixels, 96 an inch, to that grid.
 */
export function checkScale(document: PDFDocument, place: Place, report: Report): void {
  const scales = document.getPages().flatMap((page) => {
    const content = contentOf(document, page.node.Contents());
    const matrix = /\bW\*? n\s+q\s+([\d.]+) 0 0 [\d.]+ -?[\d.]+ -?[\d.]+ cm\b/.exec(content);
    return matrix ? [Number(matrix[1]) * (96 / 300)] : [];
  });
  const smallest = Math.min(1, ...scales);
  if (smallest > 0.995) return;
  report({
    rule: 'page-shrunk',
    place,
    message: `something is wider than its page, so that the browser shrank all pages to ${Math.round(smallest * 100)}%`,
    cure: 'look for a table, a long word or a number that does not fit its column, and give it room or let it break',
  });
}

function contentOf(document: PDFDocument, contents: PDFObject | undefined): string {
  const streams = contents instanceof PDFArray ? contents.asArray() : contents ? [contents] : [];
  return streams
    .map((stream) => document.context.lookup(stream))
    .filter((stream) => stream instanceof PDFRawStream)
    .map((stream) => new TextDecoder('latin1').decode(decodePDFRawStream(stream).decode().subarray(0, 20_000)))
    .join('\n');
}
