import { type Memory, rememberedNow } from '../memory/memory.ts';
import type { Fonts } from './fonts.ts';
import { openFont } from './open-font.ts';
import { inUnicodeRange } from './unicode-range.ts';

/** What a text is set in: code in the faces of its family, any other in those of any of the others. */
export type Setting = 'text' | 'code';

/** Which characters the printing fonts have. */
export interface FontCoverage {
  /** The characters of a text that some face in use does not have; each once. */
  missingFrom(text: string, setting: Setting): readonly string[];
}

/**
 * What needs no glyph: blanks and what has no ink, such as joiners and marks of direction (HarfBuzz, 8.0, sets them by itself),
 * and control characters, which the press takes out.
 */
const inkless = /^[\p{Default_Ignorable_Code_Point}\p{Zs}\p{Zl}\p{Zp}\p{Cc}]$/u;

/** What a font shows for a private character is known to those alone who made both. */
const withoutMeaning = /^[\p{Co}\p{Cn}\p{Cs}\ufffc]$/u;

/**
 * Every face of a setting is asked, since any may come to set a text of it. What is found of a character is kept in `memory`.
 *
 * @param code the family that code is set in
 */
export function coverageOf(fonts: Fonts, code: string, memory: Memory): FontCoverage {
  const inText = inFaces(
    fonts.filter(({ family }) => family !== code),
    memory,
  );
  const inCode = inFaces(
    fonts.filter(({ family }) => family === code),
    memory,
  );
  return {
    missingFrom(text, setting) {
      const isMissing = setting === 'code' ? inCode : inText;
      // Printable ASCII is in every face (tests hold that).
      return [...new Set(text.replace(/[\x20-\x7e\n\t]+/g, ''))].filter(isMissing);
    },
  };
}

/** Tells whether some face lacks a character. */
function inFaces(fonts: Fonts, memory: Memory): (character: string) => boolean {
  // Those of fallbacks come first, and are large: they are opened last.
  const files = fonts.map((file) => ({ file, serves: inUnicodeRange(file.unicodeRange) })).toReversed();
  const faces = Map.groupBy(files, ({ file: { family, weight, style } }) => `${family}/${weight}/${style}`);
  const names = fonts.map(({ name, unicodeRange }) => `${name} ${unicodeRange}`);
  const known = new Map<string, boolean>();
  const find = (character: string): boolean => {
    if (inkless.test(character)) return false;
    if (withoutMeaning.test(character)) return true;
    const codePoint = character.codePointAt(0) ?? 0;
    return rememberedNow(memory, { names, character }, () =>
      [...faces.values()].some(
        (face) => !face.some(({ file, serves }) => serves(codePoint) && openFont(file).hasGlyphForCodePoint(codePoint)),
      ),
    );
  };
  return (character) => {
    const isMissing = known.get(character) ?? find(character);
    known.set(character, isMissing);
    return isMissing;
  };
}
