import { type Memory, rememberedNow } from '../memory/memory.ts';
import type { Fonts } from './fonts.ts';
import { openFont } from './open-font.ts';
import { inUnicodeRange } from './unicode-range.ts';

/** A character that a family cannot print. */
export interface MissingGlyph {
  readonly text: string;
  /** "U+2192". */
  readonly code: string;
  readonly family: string;
}

/** Which characters the printing fonts have. */
export interface FontCoverage {
  /** The characters of a text that some face in use does not have; each once a text. */
  missingFrom(text: string): readonly MissingGlyph[];
}

/** Every face is asked, since any may come to set any text. What is found of a character is kept in `memory`. */
export function coverageOf(fonts: Fonts, memory: Memory): FontCoverage {
  const files = fonts.map((file) => ({ file, serves: inUnicodeRange(file.unicodeRange) }));
  const faces = Map.groupBy(files, ({ file: { family, weight, style } }) => `${family}/${weight}/${style}`);
  const names = fonts.map(({ name, unicodeRange }) => `${name} ${unicodeRange}`);
  const known = new Map<string, readonly MissingGlyph[]>();
  const missing = (character: string): readonly MissingGlyph[] =>
    rememberedNow(memory, { names, character }, () => {
      const codePoint = character.codePointAt(0) ?? 0;
      const lacking = [...faces.values()].filter(
        (face) => !face.some(({ file, serves }) => serves(codePoint) && openFont(file).hasGlyphForCodePoint(codePoint)),
      );
      const families = new Set(lacking.flatMap((face) => face.slice(0, 1).map(({ file }) => file.family)));
      const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
      return [...families].map((family) => ({ text: character, code, family }));
    });
  return {
    missingFrom(text) {
      // Printable ASCII is in every face (tests hold that); line ends are not printed.
      const special = new Set(text.replace(/[\x20-\x7e\n\t]/g, ''));
      return [...special].flatMap((character) => {
        const found = known.get(character) ?? missing(character);
        known.set(character, found);
        return found;
      });
    },
  };
}
