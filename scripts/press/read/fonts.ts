import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Font } from 'fontkit';
import { z } from 'zod';
import { type Cache, cachedNow } from '../cache.ts';
import type { Tokens } from './schemas/tokens.ts';

const require = createRequire(import.meta.url);

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
}

/** What was read of the packages, by path: no other file takes their place while the press runs, and projects share them. */
const packageFiles = new Map<string, Buffer>();

function readOnce(path: string): Buffer {
  const found = packageFiles.get(path) ?? read(path);
  packageFiles.set(path, found);
  return found;
}

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

/** By their bytes: one file may serve several faces. */
const opened = new WeakMap<Uint8Array, Font>();

/**
 * A font file, open for its widths and characters. It is opened once; fontkit itself is loaded when the first is, since
 * a check of an edition that was checked before needs none.
 */
export function openFont(file: FontFile): Font {
  const known = opened.get(file.bytes);
  if (known) return known;
  try {
    const fontkit: typeof import('fontkit') = require('fontkit');
    const font = fontkit.create(file.bytes);
    opened.set(file.bytes, font);
    return font;
  } catch (cause) {
    throw new Error(`opening the font ${file.name} failed: install the packages again (npm ci)`, { cause });
  }
}

/** Whether a code point is in a CSS unicode-range: "U+0000-00FF,U+0131" (CSS Fonts 4, 4.5). */
export function inUnicodeRange(unicodeRange: string): (codePoint: number) => boolean {
  const ranges = unicodeRange.split(',').map((range) => {
    const [from = '0', to = from] = range.trim().replace(/^U\+/i, '').split('-');
    return [Number.parseInt(from.replaceAll('?', '0'), 16), Number.parseInt(to.replaceAll('?', 'F'), 16)] as const;
  });
  return (codePoint) => ranges.some(([from, to]) => codePoint >= from && codePoint <= to);
}

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
