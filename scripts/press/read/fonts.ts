import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Tokens } from './schemas/tokens.ts';

/** One file of a face: fonts come split by script, each part with the characters that it serves. */
export interface FontFile {
  readonly family: string;
  readonly weight: 400 | 600 | 700;
  readonly style: 'normal' | 'italic';
  /** CSS unicode-range of the part. */
  readonly unicodeRange: string;
  /** The file's name in the page's origin: "source-serif-4-latin-400-normal.woff2". */
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The files of every face that the tokens name, in the order in which they name them. */
export type Fonts = readonly FontFile[];

const unicodeRanges = z.record(z.string(), z.string());

/** Reads the font files of the faces in use from the packages that ship them. */
export function readFonts(tokens: Tokens): Fonts {
  const require = createRequire(import.meta.url);
  return Object.values(tokens.fonts).flatMap((family) => {
    const ranges = unicodeRanges.parse(JSON.parse(read(`${family.package}/unicode.json`).toString('utf8')));
    return family.faces.flatMap(({ weight, style }) =>
      family.subsets.map((subset): FontFile => {
        const unicodeRange = ranges[subset];
        if (unicodeRange === undefined) {
          throw new Error(
            `${family.package} has no subset "${subset}": name one of ${Object.keys(ranges).join(', ')} in styles/tokens.yaml`,
          );
        }
        const name = `${family.package.replace('@fontsource/', '')}-${subset}-${weight}-${style}.woff2`;
        return {
          family: family.name,
          weight,
          style,
          unicodeRange,
          name,
          bytes: read(`${family.package}/files/${name}`),
        };
      }),
    );
  });

  function read(path: string): Buffer {
    try {
      return readFileSync(require.resolve(path));
    } catch (cause) {
      throw new Error(
        `reading the font file ${path}: install the packages again (npm ci) or correct styles/tokens.yaml`,
        { cause },
      );
    }
  }
}
