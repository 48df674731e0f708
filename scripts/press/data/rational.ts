/** An exact number: a quotient of whole numbers in lowest terms, its divisor above 0. */
export interface Rational {
  readonly dividend: bigint;
  readonly divisor: bigint;
}

/** The quotient of two whole numbers; the divisor is not 0. */
export function quotientOf(dividend: bigint, divisor: bigint): Rational {
  const common = greatestCommon(dividend, divisor) * (divisor < 0n ? -1n : 1n);
  return { dividend: dividend / common, divisor: divisor / common };
}

/** The value of a plain decimal: "-16.56". */
export function rationalOf(decimal: string): Rational {
  const [whole = '0', fraction = ''] = decimal.split('.');
  return quotientOf(BigInt(`${whole}${fraction}`), 10n ** BigInt(fraction.length));
}

export function sum(one: Rational, other: Rational): Rational {
  return quotientOf(one.dividend * other.divisor + other.dividend * one.divisor, one.divisor * other.divisor);
}

export function product(one: Rational, other: Rational): Rational {
  return quotientOf(one.dividend * other.dividend, one.divisor * other.divisor);
}

/** One value divided by another; undefined where that is 0. */
export function ratio(one: Rational, other: Rational): Rational | undefined {
  if (other.dividend === 0n) return undefined;
  return quotientOf(one.dividend * other.divisor, one.divisor * other.dividend);
}

export function negative({ dividend, divisor }: Rational): Rational {
  return { dividend: -dividend, divisor };
}

/** Below 0 where the first is less than the second, above 0 where it is more, 0 where they are equal. */
export function compare(one: Rational, other: Rational): number {
  const difference = one.dividend * other.divisor - other.dividend * one.divisor;
  return difference > 0n ? 1 : difference < 0n ? -1 : 0;
}

/** A value without its sign. */
export function magnitude({ dividend, divisor }: Rational): Rational {
  return { dividend: dividend < 0n ? -dividend : dividend, divisor };
}

/** Which way a value is rounded: to the nearest with halves away from zero, down, up, or toward zero. */
export type RoundingWay = 'round' | 'floor' | 'ceil' | 'trunc';

/** A value rounded to decimal places; with places below 0, to tens, hundreds … */
export function rounded(value: Rational, places: number, way: RoundingWay): Rational {
  const shift = 10n ** BigInt(Math.abs(places));
  const unit: Rational = places < 0 ? { dividend: shift, divisor: 1n } : { dividend: 1n, divisor: shift };
  const { dividend, divisor } = quotientOf(value.dividend * unit.divisor, value.divisor * unit.dividend);
  return product({ dividend: wholePart(dividend, divisor, way), divisor: 1n }, unit);
}

function wholePart(dividend: bigint, divisor: bigint, way: RoundingWay): bigint {
  // BigInt division goes toward zero.
  const toward = dividend / divisor;
  const rest = dividend % divisor;
  switch (way) {
    case 'trunc':
      return toward;
    case 'floor':
      return rest < 0n ? toward - 1n : toward;
    case 'ceil':
      return rest > 0n ? toward + 1n : toward;
    case 'round': {
      const beyond = 2n * (rest < 0n ? -rest : rest) >= divisor;
      return beyond ? toward + (dividend < 0n ? -1n : 1n) : toward;
    }
  }
}

function greatestCommon(one: bigint, other: bigint): bigint {
  let [larger, smaller] = [one < 0n ? -one : one, other < 0n ? -other : other];
  while (smaller > 0n) [larger, smaller] = [smaller, larger % smaller];
  return larger;
}
