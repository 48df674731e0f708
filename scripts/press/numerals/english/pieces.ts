import { countScales, parts, scales, shortScales } from './words.ts';

/** Alternatives of words, the longest first, in any case. */
export function anyOf(words: readonly string[]): string {
  return `(?i:${inTurn(words)})`;
}

/** Alternatives of words as they are written. */
export function exactly(words: readonly string[]): string {
  return `(?:${inTurn(words)})`;
}

function inTurn(words: readonly string[]): string {
  const escaped = words.toSorted((a, b) => b.length - a.length).map((word) => RegExp.escape(word));
  return escaped.join('|');
}

/** Where no letter and no digit follows, or stands before. (\p{L} would be right too, and ten times as dear to compile.) */
export const end = String.raw`(?!\w)`;
export const start = String.raw`(?<!\w)`;
/** White space or a hyphen between two words of one numeral. */
export const joint = String.raw`(?:\s+|-)`;

const scale = anyOf(Object.keys(scales));

/** "hundred", "thousand", "million" after an article: "a million". */
export const scaleInWords = String.raw`(?:(?i:hundred)(?:\s+${scale})?|${scale})${end}`;

/** Digits without a sign: "1,277", "16.56", ".5". Groups are parted by commas or spaces. */
export const digits = String.raw`(?:(?:\d{1,3}(?:(?:,\d{3})+|(?:[ \u00a0\u2009\u202f]\d{3})+)(?![\d-])|\d+)(?:\.\d+)?|\.\d+)`;

/** A scale after digits: " million", "-million". */
export const scaleAfter = `(?:${joint}${scale}${end})`;
/** A scale written to its digits: "M", "bn". */
export const scaleAttached = `(?:${exactly(Object.keys(countScales))}${end})`;
export const scaleOfMoney = `(?:${exactly(Object.keys(shortScales))}${end})`;

export const glyph = '[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]';

/** A number in words, as shadeWords leaves it for the rules; the second is "one" alone. */
export const wordSigns = { number: '\uE000', one: '\uE001' } as const;
export const inWords = `[${wordSigns.number}${wordSigns.one}]+`;
export const oneInWords = `${wordSigns.one}+`;

/** A number in digits or words, with its scale. */
export const amount = `(?:${digits}(?:${glyph})?${scaleAfter}?|${inWords})`;

/** The one number of quarters that is always a fraction; it is left unshaded. */
export const threeQuarters = String.raw`(?i:three[\s-]+quarters)${end}`;

/** A minus sign: a hyphen or dash before a figure and behind no word. */
export const minus = String.raw`(?:(?<![\w)\]%])[-−](?=[\d.]))?`;

/** A dash between the ends of a range. */
export const dash = String.raw`\s?[–—-]\s?`;

export const part = anyOf(Object.keys(parts).filter((word) => !word.startsWith('hal')));
