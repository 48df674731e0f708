import { type Cache, cachedNow } from '../cache.ts';
import type { Fonts } from './fonts.ts';
import { openFont } from './open-font.ts';
import { inUnicodeRange } from './unicode-range.ts';

/** What a text is set in: code in the faces of its family, any other in those of any of the others. */
export type Setting = 'text' | 'code';

/** Which letters the printing fonts have. A letter is a character with the marks that stand on it. */
export interface FontCoverage {
  /** The letters of a text that some face in use does not have; each once. */
  missingFrom(text: string, setting: Setting): readonly string[];
}

/** A text as its letters. */
export function lettersIn(text: string): readonly string[] {
  return text.match(/\P{M}\p{M}*|\p{M}+/gu) ?? [];
}

/**
 * What needs no glyph: blanks and what has no ink, such as joiners and marks of direction (HarfBuzz, 8.0, sets them by itself),
 * and control characters, which the press takes out.
 */
const inkless = /^[\p{Default_Ignorable_Code_Point}\p{Zs}\p{Zl}\p{Zp}\p{Cc}]$/u;

/** What a font shows for a private character is known to those alone who made both. */
const withoutMeaning = /^[\p{Co}\p{Cn}\p{Cs}\ufffc]$/u;

/**
 * Every face of a setting is asked, since any may come to set a text of it. What is found of a character is kept in `cache`.
 *
 * @param code the family that code is set in
 */
export function coverageOf(fonts: Fonts, code: string, cache: Cache): FontCoverage {
  const inText = inFaces(
    fonts.filter(({ family }) => family !== code),
    cache,
  );
  const inCode = inFaces(
    fonts.filter(({ family }) => family === code),
    cache,
  );
  return {
    missingFrom(text, setting) {
      const isMissing = setting === 'code' ? inCode : inText;
      // Printable ASCII is in every face (tests hold that), unless a mark follows.
      return [...new Set(lettersIn(text.replace(/[\x20-\x7e\n\t](?!\p{M})/gu, '')))].filter(isMissing);
    },
  };
}

/** Tells whether some face lacks a letter: one of its files must have all of it. */
function inFaces(fonts: Fonts, cache: Cache): (letter: string) => boolean {
  // Those of fallbacks come first, and are large: they are opened last.
  const files = fonts.map((file) => ({ file, serves: inUnicodeRange(file.unicodeRange) })).toReversed();
  const faces = Map.groupBy(files, ({ file: { family, weight, style } }) => `${family}/${weight}/${style}`);
  const names = fonts.map(({ name, unicodeRange }) => `${name} ${unicodeRange}`);
  const known = new Map<string, boolean>();
  const find = (letter: string): boolean => {
    const inked = [...letter].filter((character) => !inkless.test(character));
    if (inked.length === 0) return false;
    if (inked.some((character) => withoutMeaning.test(character))) return true;
    const codePoints = inked.map((character) => character.codePointAt(0) ?? 0);
    const has = ({ file, serves }: (typeof files)[number]) =>
      codePoints.every((codePoint) => serves(codePoint) && openFont(file).hasGlyphForCodePoint(codePoint));
    return cachedNow(cache, { names, letter }, () => [...faces.values()].some((face) => !face.some(has)));
  };
  return (letter) => {
    const isMissing = known.get(letter) ?? find(letter);
    known.set(letter, isMissing);
    return isMissing;
  };
}
