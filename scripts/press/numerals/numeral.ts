import { plainDecimal } from '../data/plain-decimal.ts';

/**
 * What a numeral says:
 *
 * - `number`: a count or measure, "1,277", "a dozen", "7–7.5 million"
 * - `money`: "$16.56 million", "five dollars"
 * - `percent`: "54 %", "10 to 20 percent"
 * - `multiple`: "nine times", "twice", "doubled", "2x"
 * - `fraction`: "two thirds", "half", "one in five", "3:1"
 * - `ordinal`: "third", "21st"
 * - `date`: a day, month, year, quarter, fiscal year or time of day
 * - `name`: digits that count nothing, "section 7008", "A-29", "page 3 of 10", "World War II"
 */
export type NumeralKind = 'number' | 'money' | 'percent' | 'multiple' | 'fraction' | 'ordinal' | 'date' | 'name';

/** One value that a numeral stands for, with every digit. */
export type NumeralValue =
  | {
      readonly kind: 'decimal';
      /** Plain decimal notation: "16560000". Of a percentage, in hundredths: "54". */
      readonly decimal: string;
      /** The power of ten of the last digit that is printed: 4 for "16.56 million", 0 for "2,000". */
      readonly place: number;
    }
  | { readonly kind: 'ratio'; readonly numerator: bigint; readonly denominator: bigint }
  | { readonly kind: 'date' /** A year, a month or a day of ISO 8601. */; readonly iso: string };

/** What a numeral's words come to. */
export interface Reading {
  /** Two for a range; none for "thousands of", for names, and for periods such as quarters. */
  readonly values: readonly NumeralValue[];
  /** Of money the currency, as facts name it: "usd". */
  readonly currency?: string;
}

/** One numeral in a text. */
export interface Numeral extends Reading {
  readonly kind: NumeralKind;
  /** Where it begins and ends, in UTF-16 units. */
  readonly start: number;
  readonly end: number;
}

/**
 * The value of digits: "1,277", "16.56", "-5". Whatever else stands in the text (commas, signs of currency, spaces) is
 * passed over.
 *
 * @param power the power of ten that they count: 6 for millions
 */
export function readDigits(text: string, power = 0): Extract<NumeralValue, { kind: 'decimal' }> {
  const [, whole = '0', fraction = ''] =
    /(\d*)(?:\.(\d+))?$/.exec(text.replace(/[^\d.]/g, '').replace(/\.$/, '')) ?? [];
  const negative = /^\s*[-−]/.test(text);
  const place = power - fraction.length;
  const unscaled = BigInt(`${whole}${fraction}` || '0') * 10n ** BigInt(Math.max(0, place));
  return { kind: 'decimal', decimal: plainDecimal(negative ? -unscaled : unscaled, Math.max(0, -place)), place };
}
