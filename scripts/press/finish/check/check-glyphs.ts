import type { Unit } from '../content/content.ts';
import { type Page, type PageStream, streamsOf } from '../pages/page-stream.ts';
import type { UnitReader } from '../text/text-reader.ts';

/**
 * Checks that fonts have the glyphs of all that they show (ISO 14289-1, 7.21.8).
 *
 * @throws Error that quotes the first text in which one is missing
 */
export function checkGlyphs(pages: readonly Page[], read: UnitReader): void {
  for (const page of pages) {
    for (const stream of streamsOf(page.stream)) {
      for (const unit of stream.content.units) checkUnit(stream, unit, read);
    }
  }
}

function checkUnit(stream: PageStream, unit: Unit, read: UnitReader): void {
  const { glyphs, text } = read(stream, unit);
  if (glyphs === 'all there') return;
  throw new Error(`on page ${stream.page} no font has a character of "${text}"`);
}
