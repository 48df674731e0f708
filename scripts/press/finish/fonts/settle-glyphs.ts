import type { Unit } from '../content/content.ts';
import { type Page, streamsOf } from '../content/pages.ts';
import type { Font } from '../text/read-font.ts';
import type { SaidGlyph } from '../text/read-unit.ts';
import type { UnitReader } from '../text/text-reader.ts';

/** Glyphs that say for themselves from now on what was said for them. */
export interface SettledGlyphs {
  /** The marks that are not needed any more, by the unit that they stand in. */
  readonly marks: ReadonlyMap<Unit, readonly SaidGlyph[]>;
  /** What glyphs stand for, by their codes, where a font's ToUnicode table says another thing. */
  readonly texts: ReadonlyMap<Font, ReadonlyMap<number, string>>;
}

/**
 * Finds glyphs of which `ActualText` says what their font could say itself. Chromium writes it where a font has one glyph
 * for two characters (an apostrophe for U+2019 and U+02BC, a space for U+0020 and U+00A0), since a ToUnicode table can name
 * but one of them. Poppler (22.12) loses what follows such a mark within its text object, so there are to be few of them.
 *
 * @param text all of the tagged text: a character that stands in it is not taken from its glyph
 */
export function settleGlyphs(pages: readonly Page[], read: UnitReader, text: readonly string[]): SettledGlyphs {
  const marks = new Map<Unit, readonly SaidGlyph[]>();
  for (const page of pages) {
    for (const stream of streamsOf(page.stream)) {
      for (const unit of stream.content.units) {
        const { said } = read(stream, unit);
        if (said.length > 0) marks.set(unit, said);
      }
    }
  }
  const all = [...marks.values()].flat();
  const texts = textsOf(all, text);
  const isSettled = ({ font, code, text: words }: SaidGlyph) =>
    isBlank(words) ? font.texts.get(code) === ' ' : texts.get(font)?.get(code) === words;
  return { marks: new Map([...marks].map(([unit, said]) => [unit, said.filter(isSettled)])), texts };
}

/** What to write into the tables: the one character that is said of a glyph, where nothing shows it as another. */
function textsOf(said: readonly SaidGlyph[], text: readonly string[]): SettledGlyphs['texts'] {
  const texts = new Map<Font, ReadonlyMap<number, string>>();
  for (const [font, ofFont] of Map.groupBy(said, (glyph) => glyph.font)) {
    const ofGlyphs = new Map<number, string>();
    for (const [code, ofGlyph] of Map.groupBy(ofFont, (glyph) => glyph.code)) {
      const [words, ...others] = new Set(ofGlyph.map((glyph) => glyph.text));
      const before = font.texts.get(code);
      if (words === undefined || others.length > 0 || isBlank(words) || [...words].length !== 1) continue;
      if (before === undefined || text.some((part) => part.includes(before))) continue;
      ofGlyphs.set(code, words);
    }
    if (ofGlyphs.size > 0) texts.set(font, ofGlyphs);
  }
  return texts;
}

/** One space of any width: read aloud and searched for, all are the same. */
function isBlank(words: string): boolean {
  return /^\p{Zs}$/u.test(words);
}
