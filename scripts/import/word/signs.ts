import { codePoint } from 'dingbat-to-unicode';

/** Fonts that show other signs than the codes of their text say. */
const fonts: ReadonlyMap<string, string> = new Map(
  ['Symbol', 'Webdings', 'Wingdings', 'Wingdings 2', 'Wingdings 3'].map((font) => [font.toLowerCase(), font]),
);
/** Word keeps the codes of such fonts in the area for private use: F0B7 is B7 (ECMA-376 part 1, 17.3.3.30). */
const privateUse = 0xf000;

/** A sign of a font of symbols by its code as Unicode has it; undefined for one that Unicode has not. */
export function signOf(font: string, code: number): string | undefined {
  const known = fonts.get(font.toLowerCase());
  const isPrivate = code >= privateUse && code <= privateUse + 0xff;
  const plain = isPrivate ? code - privateUse : code;
  if (known === undefined) return isPrivate || !isLetter(code) ? undefined : String.fromCodePoint(plain);
  return codePoint(known, plain)?.string;
}

function isLetter(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** A text that is set in a font of symbols, sign by sign; other text as it is. */
export function textInFont(text: string, font: string): string {
  if (!fonts.has(font.toLowerCase())) return text;
  return [...text].map((sign) => (/\s/u.test(sign) ? sign : (signOf(font, sign.codePointAt(0) ?? 0) ?? sign))).join('');
}
