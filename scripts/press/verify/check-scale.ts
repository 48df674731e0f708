import { decodePDFRawStream, PDFArray, type PDFDocument, type PDFObject, PDFRawStream } from '@cantoo/pdf-lib';
import type { Place, Report } from '../diagnostics/diagnostic.ts';

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
