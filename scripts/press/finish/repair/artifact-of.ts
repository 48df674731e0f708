import { unitBox } from '../content/bounds.ts';
import type { Unit } from '../content/content.ts';
import { type Box, transformed } from '../content/geometry.ts';
import type { ContentStream } from '../content/pages.ts';

/** What decorates the body of a page. */
export const layout = '<</Type /Layout>>';

/**
 * What an artifact is (ISO 32000-1, 14.8.2.2.2): a running head or foot where it stands in the margin above or below the
 * page's body, decoration anywhere else.
 *
 * @param body the area of each page between its margins
 */
export function artifactOf({ top, bottom }: Box): (unit: Unit, stream: ContentStream) => string {
  return (unit, { content, toPage }) => {
    const box = unitBox(content.bytes, unit);
    const place = box && transformed(box, toPage);
    if (place && place.bottom >= top) return '<</Type /Pagination /Subtype /Header /Attached [/Top]>>';
    if (place && place.top <= bottom) return '<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>';
    return layout;
  };
}
