import type { Unit } from '../content/content.ts';
import { type Page, type PageStream, streamsOf } from '../pages/page-stream.ts';
import type { Element } from '../structure/element.ts';
import { marksUnder } from '../structure/marks-under.ts';
import type { UnitReader } from '../text/text-reader.ts';

/**
 * Checks that tags hold all text of the pages (ISO 14289-1, 7.1), but for that of running heads and feet, and all pictures
 * that the print has marked as content.
 *
 * @param excused text that was taken from the tags since others that they hold say the same
 * @param isInBody whether a unit stands between the margins of its page
 * @throws Error that quotes the first text that no tag holds, or names the page of the first picture
 */
export function checkAllTagged(
  pages: readonly Page[],
  document: Element,
  {
    excused,
    read,
    isInBody,
  }: {
    readonly excused: ReadonlySet<Unit>;
    readonly read: UnitReader;
    readonly isInBody: (unit: Unit, stream: PageStream) => boolean;
  },
): void {
  const held = new Set<Unit>();
  for (const { units } of marksUnder(document)) for (const unit of units) held.add(unit);
  for (const page of pages) {
    for (const stream of streamsOf(page.stream)) {
      for (const unit of stream.content.units) {
        if (unit.paint === 'path' || held.has(unit) || excused.has(unit)) continue;
        const { text } = read(stream, unit);
        const isContent =
          unit.paint === 'text' ? text.trim() !== '' && isInBody(unit, stream) : unit.mark !== undefined;
        if (!isContent) continue;
        const what = unit.paint === 'text' ? `the text "${text}"` : 'a picture';
        throw new Error(`${what} on page ${page.number} is in no tag`);
      }
    }
  }
}
