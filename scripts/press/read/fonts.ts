import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { z } from 'zod';
import type { Tokens } from './schemas/tokens.ts';

/** One file of a face: fonts come split by script, each part with the characters that it serves. */
export interface FontFile {
  /** The family that it is part of, as CSS and charts call it: a fallback's file is part of that which it serves. */
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

type Family = Tokens['fonts'][keyof Tokens['fonts']];
type Fallback = Tokens['fallbacks'][number];
type Face = Family['faces'][number];

/**
 * Reads the font files of the faces in use from the packages that ship them. A fallback's file is part of each face that
 * it serves: the face is then one of several files, as CSS has it, and stylesheets, charts and checks need not know.
 */
export function readFonts(tokens: Tokens): Fonts {
  const files = new Map<string, Buffer>();
  const rangesOf = (pack: string) => unicodeRanges.parse(JSON.parse(readOnce(`${pack}/unicode.json`).toString('utf8')));
  return Object.values(tokens.fonts).flatMap((family) =>
    family.faces.flatMap((face) => [
      // Where two files serve a character, the later one does.
      ...tokens.fallbacks.map((fallback) => fallbackFile(family, face, fallback)).reverse(),
      ...family.subsets.map((subset) => ownFile(family, face, subset)),
    ]),
  );

  function ownFile(family: Family, face: Face, subset: string): FontFile {
    const unicodeRange = rangesOf(family.package)[subset];
    if (unicodeRange === undefined) throw noSubset(family.package, subset, Object.keys(rangesOf(family.package)));
    const name = `${family.package.replace('@fontsource/', '')}-${subset}-${face.weight}-${face.style}.woff2`;
    return { family: family.name, ...face, unicodeRange, name, bytes: readOnce(`${family.package}/files/${name}`) };
  }

  function fallbackFile(family: Family, face: Face, fallback: Fallback): FontFile {
    const { package: pack, subset, characters, weights } = fallback;
    const unicodeRange = characters ?? rangesOf(pack)[subset];
    if (unicodeRange === undefined) throw noSubset(pack, subset, Object.keys(rangesOf(pack)));
    const [weight = 400] = weights.toSorted((a, b) => Math.abs(a - face.weight) - Math.abs(b - face.weight));
    const name = `${pack.replace('@fontsource/', '')}-${subset}-${weight}-normal.woff2`;
    return { family: family.name, ...face, unicodeRange, name, bytes: readOnce(`${pack}/files/${name}`) };
  }

  function readOnce(path: string): Buffer {
    const found = files.get(path) ?? read(path);
    files.set(path, found);
    return found;
  }
}

const require = createRequire(import.meta.url);

function read(path: string): Buffer {
  try {
    return readFileSync(require.resolve(path));
  } catch (cause) {
    throw new Error(
      `reading the font file ${path}: install the packages again (npm ci) or correct styles/tokens.yaml`,
      {
        cause,
      },
    );
  }
}

function noSubset(pack: string, subset: string, known: readonly string[]): Error {
  return new Error(`${pack} has no subset "${subset}": name one of ${known.join(', ')} in styles/tokens.yaml`);
}
