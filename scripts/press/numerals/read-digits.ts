import { plainDecimal } from '../data/plain-decimal.ts';
import type { NumeralValue } from './numeral.ts';

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
