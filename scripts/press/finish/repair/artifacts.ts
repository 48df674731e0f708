import type { Unit } from '../content/content.ts';
import type { Box } from '../content/geometry.ts';
import { boxOnPage, type ContentStream, type PageStream } from '../content/pages.ts';
import type { UnitReader } from '../text/text-reader.ts';

/** Gives the properties of an artifact that a unit is. */
type ArtifactOf = (unit: Unit, stream: PageStream) => string;

/** What decorates the body of a page. */
export const layout = '<</Type /Layout>>';

/**
 * What an artifact is (ISO 32000-1, 14.8.2.2.2): a running head or foot where it stands in the margin above or below the
 * page's body, decoration anywhere else.
 *
 * @param body the area of each page between its margins
 */
export function artifactOf({ top, bottom }: Box): (unit: Unit, stream: ContentStream) => string {
  return (unit, stream) => {
    const box = boxOnPage(stream, unit);
    if (box && box.bottom >= top) return '<</Type /Pagination /Subtype /Header /Attached [/Top]>>';
    if (box && box.top <= bottom) return '<</Type /Pagination /Subtype /Footer /Attached [/Bottom]>>';
    return layout;
  };
}

/**
 * Holds what no tag holds to be decoration (ISO 14289-1, 7.1): no text but that of running heads and feet, and no picture
 * that the print has marked as content.
 *
 * @param decoration the properties of what decorates the body of a page
 * @param excused text that was taken from the tags since others that they hold say the same
 * @returns the same properties, or an Error is thrown that quotes the text, or names the page of the picture
 */
export function checkDecoration(
  propertiesOf: ArtifactOf,
  {
    decoration,
    excused,
    read,
  }: { readonly decoration: string; readonly excused: ReadonlySet<Unit>; readonly read: UnitReader },
): ArtifactOf {
  return (unit, stream) => {
    const properties = propertiesOf(unit, stream);
    if (unit.paint === 'path' || excused.has(unit)) return properties;
    const { text } = read(stream, unit);
    const isContent = unit.paint === 'text' ? text.trim() !== '' && properties === decoration : unit.mark !== undefined;
    if (!isContent) return properties;
    const what = unit.paint === 'text' ? `the text "${text}"` : 'a picture';
    throw new Error(`${what} on page ${stream.page} is in no tag`);
  };
}
