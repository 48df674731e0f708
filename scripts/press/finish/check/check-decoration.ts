import type { Unit } from '../content/content.ts';
import type { PageStream } from '../content/pages.ts';
import type { UnitReader } from '../text/text-reader.ts';

/** Gives the properties of an artifact that a unit is. */
type ArtifactOf = (unit: Unit, stream: PageStream) => string;

/**
 * Holds what no tag holds to be decoration (ISO 14289-1, 7.1): no text but that of running heads and feet, and no picture
 * that the print has marked as content.
 *
 * @param decoration the properties of what decorates the body of a page
 * @param excused text that was taken from the tags since others that they hold say the same
 * @returns the same properties, or an Error is thrown that quotes the text, or names the page of the picture
 */
export function checkDecoration(
  artifactOf: ArtifactOf,
  {
    decoration,
    excused,
    read,
  }: { readonly decoration: string; readonly excused: ReadonlySet<Unit>; readonly read: UnitReader },
): ArtifactOf {
  return (unit, stream) => {
    const properties = artifactOf(unit, stream);
    if (unit.paint === 'path' || excused.has(unit)) return properties;
    const { text } = read(stream, unit);
    const isContent = unit.paint === 'text' ? text.trim() !== '' && properties === decoration : unit.mark !== undefined;
    if (!isContent) return properties;
    const what = unit.paint === 'text' ? `the text "${text}"` : 'a picture';
    throw new Error(`${what} on page ${stream.page} is in no tag`);
  };
}
