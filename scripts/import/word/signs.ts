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
  if (plain === 0x20 || plain === 0xa0) return ' ';
  if (known !== undefined) return codePoint(known, plain)?.string;
  // A code for private use in a font of letters is shown from Symbol; fonts of symbols that are not known show anything.
  if (isPrivate) return symbols.test(font) ? undefined : codePoint('Symbol', plain)?.string;
  return isLetter(code) ? String.fromCodePoint(code) : undefined;
}

const symbols = /dings|dingbat|symbol|marlett|extra|math/i;

function isLetter(code: number): boolean {
  return code >= 0x20 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
}

/** A text with the signs that its font shows, sign by sign. */
export function textInFont(text: string, font: string): string {
  const isOfSymbols = fonts.has(font.toLowerCase());
  if (!isOfSymbols && !/[\uF000-\uF0FF]/.test(text)) return text;
  return [...text]
    .map((sign) => {
      const code = sign.codePointAt(0) ?? 0;
      const isMapped = isOfSymbols ? !/\s/u.test(sign) : code >= privateUse && code <= privateUse + 0xff;
      return isMapped ? (signOf(font, code) ?? sign) : sign;
    })
    .join('');
}
