import { anyOf, joint, threeQuarters, wordSigns } from './pieces.ts';
import { ordinals, scales, tens, units } from './words.ts';

const end = String.raw`(?![\p{L}\p{N}_])`;
const scale = anyOf(Object.keys(scales));
const ofTen = anyOf(Object.keys(units).filter((word) => (units[word] ?? 0) > 0 && (units[word] ?? 0) < 10));
// The twenty of twenty-first is no number of its own.
const ten = `${anyOf(Object.keys(tens))}(?!-${anyOf(Object.keys(ordinals))})`;
const small = `(?:${ten}(?:${joint}${ofTen}${end})?|${anyOf(Object.keys(units))})${end}`;
const hundreds = String.raw`${small}(?:${joint}(?i:hundred)${end}(?:\s+(?:and\s+)?${small})?)?`;
const phrase = new RegExp(
  String.raw`(?<![\p{L}\p{N}_]|non-)(?!${threeQuarters})${hundreds}(?:\s+(?i:and\s+a\s+half)${end})?(?:${joint}${scale}${end}(?:\s+(?:and\s+)?${hundreds})?)*`,
  'gu',
);

/**
 * Puts a run of one sign, as long as it, for every number in words: "twenty-one", "two hundred and five", "two and a half
 * million". So the rules need not spell number words out again and again, which would make them slow to compile.
 */
export function shadeWords(text: string): string {
  return text.replace(phrase, (words) =>
    (/^one$/i.test(words) ? wordSigns.one : wordSigns.number).repeat(words.length),
  );
}
