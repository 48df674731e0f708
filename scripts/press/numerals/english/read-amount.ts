import { plainDecimal } from '../../data/plain-decimal.ts';
import type { NumeralValue } from '../numeral.ts';
import { readDigits } from '../read-digits.ts';
import { scales, shortScales, tens, units } from './words.ts';

type Decimal = Extract<NumeralValue, { kind: 'decimal' }>;

/** Values of the signs for fractions that a decimal can write, in thousandths. */
const glyphs: Readonly<Record<string, number>> = {
  ...{ '½': 500, '¼': 250, '¾': 750, '⅕': 200, '⅖': 400, '⅗': 600, '⅘': 800, '⅛': 125, '⅜': 375, '⅝': 625, '⅞': 875 },
};

/** The power of ten of a scale word or sign in a text; 0 where there is none. */
export function powerIn(text: string): number {
  const word = /(thousand|million|billion|trillion)/i.exec(text)?.[1]?.toLowerCase();
  if (word !== undefined) return scales[word] ?? 0;
  return shortScales[/\d\s?([A-Za-z]{1,2})$/.exec(text)?.[1] ?? ''] ?? 0;
}

/**
 * The value of a number in digits or words, with its scale.
 *
 * @param power the scale where the text itself has none: the 7 of "7–7.5 million" counts millions
 */
export function readAmount(text: string, power = powerIn(text)): Decimal {
  const glyph = glyphs[/[¼½¾⅓-⅞]/u.exec(text)?.[0] ?? ''];
  if (glyph !== undefined) return readDigits(`${/\d+/.exec(text)?.[0] ?? '0'}.${glyph}`.replace(/0+$/, ''), power);
  if (!/\d/.test(text)) return readWords(text);
  return readDigits(/[-−]?[\d.,\u00a0\u2009\u202f]*\d/.exec(text)?.[0] ?? '', power);
}

/** "two hundred and five thousand", "two and a half million", "a million", "half a million", "a dozen" */
function readWords(text: string): Decimal {
  const words = text.toLowerCase().split(/[\s-]+/);
  let total = 0n;
  let group = 0n;
  let halves = 0n;
  let place = 0;
  for (const word of words) {
    const value = units[word] ?? tens[word];
    const power = scales[word];
    if (value !== undefined) {
      group += BigInt(value);
      place = 0;
    } else if (word === 'half') halves = 1n;
    else if (word === 'hundred') {
      group = (group === 0n ? 1n : group) * 100n;
      place = 2;
    } else if (word === 'dozen') {
      const dozens = group === 0n ? 2n - halves : 2n * group + halves;
      [group, halves, place] = [dozens * 6n, 0n, 0];
    } else if (power !== undefined) {
      const scale = 10n ** BigInt(power);
      total += (group === 0n && halves === 0n ? 1n : group) * scale + (halves * scale) / 2n;
      [group, place, halves] = [0n, halves === 1n ? power - 1 : place + power, 0n];
    }
  }
  const tenths = (total + group) * 10n + halves * 5n;
  return { kind: 'decimal', decimal: plainDecimal(tenths, 1), place: halves === 1n ? -1 : place };
}
