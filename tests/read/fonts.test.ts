import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { noCache } from '../../scripts/press/cache.ts';
import { coverageOf, inUnicodeRange, openFont, readFonts } from '../../scripts/press/read/fonts.ts';
import { tokensSchema } from '../../scripts/press/read/schemas/tokens.ts';
import { repository } from '../journey/repository-files.ts';

const tokens = tokensSchema.parse(parse(readFileSync(join(repository, 'styles/tokens.yaml'), 'utf8')));
const fonts = readFonts(tokens);

/** The file of a face that a browser takes for a character: of those that serve it and have it, the last. */
function fileFor(character: string, weight: number, style: string): string | undefined {
  const codePoint = character.codePointAt(0) ?? 0;
  return fonts.findLast(
    (file) =>
      file.family === tokens.fonts.text.name &&
      file.weight === weight &&
      file.style === style &&
      inUnicodeRange(file.unicodeRange)(codePoint) &&
      openFont(file).hasGlyphForCodePoint(codePoint),
  )?.name;
}

test.each([
  ['a', 400, 'normal', 'source-serif-4-latin-400-normal'],
  ['α', 400, 'italic', 'source-serif-4-greek-400-italic'],
  ['–', 600, 'normal', 'source-serif-4-latin-600-normal'],
  ['ع', 400, 'normal', 'noto-naskh-arabic-arabic-400-normal'],
  ['ع', 600, 'italic', 'noto-naskh-arabic-arabic-600-normal'],
  ['ሀ', 600, 'normal', 'noto-sans-ethiopic-ethiopic-600-normal'],
  ['∑', 600, 'normal', 'noto-sans-math-latin-400-normal'],
  ['\u202f', 400, 'normal', 'noto-sans-math-latin-400-normal'],
  ['☑', 400, 'normal', 'noto-sans-symbols-2-symbols-400-normal'],
  ['🛶', 400, 'normal', 'noto-emoji-emoji-400-normal'],
  ['П', 600, 'normal', 'source-serif-4-cyrillic-600-normal'],
  ['ồ', 400, 'italic', 'source-serif-4-vietnamese-400-italic'],
  ['₂', 600, 'normal', 'dejavu-sans-latin-700-normal'],
  ['\u2011', 400, 'normal', 'dejavu-sans-latin-400-normal'],
  ['漢', 400, 'normal', undefined],
])('"%s" at weight %i, %s, is set in %s', (character, weight, style, name) => {
  expect(fileFor(character, weight, style)).toBe(name && `${name}.woff2`);
});

test.each(['text', 'code'] as const)(
  'what is printed as %s needs a font in each face, and what has no ink needs none',
  (setting) => {
    const { missingFrom } = coverageOf(fonts, tokens.fonts.mono.name, noCache);
    const printed = [
      'aα–عሀ∑\u202f☑🛶',
      'Міністерство Ελληνικά ᾧ Tiếng Việt Ɓɗƙ Ɛɔɲ',
      'CO₂ m³ 10⁻⁶ ⅓ Ⅳ ⑫ re\u2011elect → ⇒ ₦ ₵ № ℃ עברית ქართული Հայ ə',
      'e\u0301 \u200b\u200d\u200f\u202a\u2060\u2066\u2069\ufeff\u034f\u00ad\ufe0f\u2028\u3000\u0007',
    ];
    expect(printed.flatMap((text) => missingFrom(text, setting))).toEqual([]);
    expect(missingFrom('漢 x 漢 ไ \uf0b7', setting)).toEqual(['漢', 'ไ', '\uf0b7']);
  },
);

test('a fallback’s subset that there is not is told with those that there are', () => {
  const [first] = tokens.fallbacks;
  if (!first) throw new Error('there is no fallback');
  const fallbacks = [{ ...first, subset: 'arabick' }];
  expect(() => readFonts({ ...tokens, fallbacks })).toThrow(/no subset "arabick": name one of arabic, /);
});
