import type { Unit } from '../content/content.ts';
import { type Page, type PageStream, streamsOf } from '../content/pages.ts';
import type { FaultyGlyph } from '../text/read-unit.ts';
import type { UnitReader } from '../text/text-reader.ts';

/**
 * Checks that fonts have the glyphs of all that they show, and say what each stands for (ISO 14289-1, 7.21.7 and 7.21.8;
 * ISO 19005-3, 6.2.11.7), whether it is tagged or not.
 *
 * @throws Error that tells the page and the text or the glyph of the first fault
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
  if (glyphs !== 'all there') throw new Error(`${describe(glyphs, text)} on page ${stream.page}`);
}

function describe({ fault, font, code }: FaultyGlyph, text: string): string {
  switch (fault) {
    case 'in no font':
      return `there is no font "${font}" for the text`;
    case 'missing':
      return `no font has a character of "${text}"`;
    case 'without a text':
      return `the font "${font}" does not say what its glyph ${code} stands for`;
    case 'with an obscure text':
      return `the font "${font}" has its own meaning for its glyph ${code}, which nothing else explains,`;
  }
}
