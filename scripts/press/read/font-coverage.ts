import { create } from 'fontkit';
import type { FontFile, Fonts } from './fonts.ts';

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

/** Every face is asked, since any may come to set any text; a file is opened when a character first needs it. */
export function coverageOf(fonts: Fonts): FontCoverage {
  const faces = Map.groupBy(fonts, ({ family, weight, style }) => `${family}/${weight}/${style}`);
  const opened = new Map<FontFile, ReturnType<typeof create>>();
  const known = new Map<string, readonly MissingGlyph[]>();
  const has = (file: FontFile, codePoint: number): boolean => {
    const font = opened.get(file) ?? create(file.bytes);
    opened.set(file, font);
    return font.hasGlyphForCodePoint(codePoint);
  };
  const missing = (character: string): readonly MissingGlyph[] => {
    const codePoint = character.codePointAt(0) ?? 0;
    const lacking = [...faces.values()].filter((files) => !files.some((file) => has(file, codePoint)));
    const families = new Set(lacking.flatMap((files) => files.slice(0, 1).map(({ family }) => family)));
    const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
    return [...families].map((family) => ({ text: character, code, family }));
  };
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
