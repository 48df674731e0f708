import { limits } from './limits.ts';
import { plainDecimal } from './plain-decimal.ts';
import { quotientOf, type Rational, rationalOf } from './rational.ts';
import type { Cell } from './table.ts';

/** A cell that holds a number. */
export type NumberCell = Extract<Cell, { readonly kind: 'number' }>;

/**
 * An exact number as a cell. One that does not end within the digits that are kept is cut, not rounded, and a last digit
 * that is not 0 says that more follow: so it rounds half away from zero, and compares, as the whole would.
 */
export function numberCell({ dividend, divisor }: Rational): NumberCell {
  const scale = limits.quotientDigits;
  const shifted = dividend * 10n ** BigInt(scale);
  const kept = shifted / divisor;
  if (kept * divisor === shifted) return { kind: 'number', decimal: plainDecimal(kept, scale) };
  const decimal = plainDecimal(kept * 10n + (dividend < 0n ? -1n : 1n), scale + 1);
  return { kind: 'number', decimal, quotient: { dividend: String(dividend), divisor: String(divisor) } };
}

/** The exact number that a cell holds. */
export function exactValue({ decimal, quotient }: NumberCell): Rational {
  return quotient ? quotientOf(BigInt(quotient.dividend), BigInt(quotient.divisor)) : rationalOf(decimal);
}
