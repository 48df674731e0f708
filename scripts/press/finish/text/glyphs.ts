import type { Unit } from '../content/content.ts';
import { type Page, type PageStream, streamsOf } from '../content/pages.ts';
import type { Font, GlyphTexts } from './fonts.ts';
import type { FaultyGlyph, ReplacedGlyph } from './shown-text.ts';
import type { UnitReader } from './text-reader.ts';

/**
 * Checks that fonts have the glyphs of all that they show, and say what each stands for (ISO 14289-1, 7.21.7 and 7.21.8;
 * ISO 19005-3, 6.2.11.7), whether it is tagged or not.
 *
 * @throws Error that tells the page and the text or the glyph of the first fault
 */
export function checkFontGlyphs(pages: readonly Page[], read: UnitReader): void {
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

/** Glyphs that stand for themselves from now on for what `ActualText` gave in their place. */
export interface SettledGlyphs {
  /** The marks that are not needed any more, by the unit that they stand in. */
  readonly marks: ReadonlyMap<Unit, readonly ReplacedGlyph[]>;
  readonly texts: GlyphTexts;
}

/**
 * Finds glyphs of which `ActualText` says what their font could say itself. Chromium writes it where a font has one glyph
 * for two characters (an apostrophe for U+2019 and U+02BC, a space for U+0020 and U+00A0), since a ToUnicode table can name
 * but one of them. Poppler (22.12) loses what follows such a mark within its text object, so there are to be few of them.
 *
 * @param text all of the tagged text: a character that stands in it is not taken from its glyph
 */
export function settleGlyphs(pages: readonly Page[], read: UnitReader, text: readonly string[]): SettledGlyphs {
  const marks = new Map<Unit, readonly ReplacedGlyph[]>();
  for (const page of pages) {
    for (const stream of streamsOf(page.stream)) {
      for (const unit of stream.content.units) {
        const { replaced } = read(stream, unit);
        if (replaced.length > 0) marks.set(unit, replaced);
      }
    }
  }
  const all = [...marks.values()].flat();
  const texts = textsOf(all, text);
  const isSettled = ({ font, code, text: words }: ReplacedGlyph) =>
    isBlank(words) ? font.texts.get(code) === ' ' : texts.get(font)?.get(code) === words;
  return { marks: new Map([...marks].map(([unit, glyphs]) => [unit, glyphs.filter(isSettled)])), texts };
}

/** What to write into the tables: the one character that replaces a glyph, where nothing shows it as another. */
function textsOf(replaced: readonly ReplacedGlyph[], text: readonly string[]): GlyphTexts {
  const texts = new Map<Font, ReadonlyMap<number, string>>();
  for (const [font, ofFont] of Map.groupBy(replaced, (glyph) => glyph.font)) {
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
