import { exactValue } from '../data/number-cell.ts';
import {
  compare,
  magnitude,
  negative,
  product,
  quotientOf,
  type Rational,
  rationalOf,
  rounded,
  sum,
} from '../data/rational.ts';
import type { Cell } from '../data/table.ts';
import { commonParts } from '../facts/common-parts.ts';
import type { Fact } from '../facts/fact.ts';
import type { Numeral, NumeralValue } from '../numerals/numeral.ts';
import type { Qualifier } from '../numerals/rule.ts';
import { type Measure, measureOf, readsAs } from './measure.ts';

/** Whether a number in print says what a fact does. */
export type Agreement =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs' }
  /** They measure different things, or the numeral has no value to compare. */
  | { readonly kind: 'unlike' };

/** What is said to be nearly something lacks at most a twentieth of it, as for facts. */
const nearly = quotientOf(19n, 20n);

/**
 * Holds a numeral against a fact, exactly:
 *
 * - a plain number agrees with a value that rounds to it at the place of its last digit, halves away from zero
 * - after "about", zeros at its end are not counted as places: "about 9,000" is 8,500 to 9,499
 * - after "at least", "more than", "less than" and "at most" the value lies on that side and within a factor of two
 * - after "nearly" it lacks at most a twentieth
 * - a fraction in words is the nearest part that prose has a word for; after "more than" the last one below the value
 * - a range holds the value, or the two ends of a range are its ends
 * - a date is the fact's, to the precision that is printed
 *
 * A sign is not compared where only the fact has one: "a fall of 50 percent" says it in words.
 */
export function agreement(numeral: Numeral, qualifier: Qualifier | undefined, fact: Fact): Agreement {
  const measure = measureOf(fact);
  const unlike: Agreement = { kind: 'unlike' };
  const { values } = numeral;
  if (!readsAs(numeral, measure, fact) || values.length === 0) return unlike;
  const cells = fact.upTo ? [fact.cell, fact.upTo] : [fact.cell];
  if (measure === 'date')
    return asAgreement(values.length === cells.length && values.every((value, index) => isDate(value, cells[index])));
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? [scaled(exactValue(cell), numeral, measure)] : []));
  const [number, upTo] = numbers;
  const [value, other] = values;
  if (!number || !value || numbers.length < cells.length) return unlike;
  if (upTo)
    return asAgreement(
      other !== undefined && isSaid(value, qualifier, fact, number) && isSaid(other, undefined, fact, upTo),
    );
  if (other) return asAgreement(compare(rationalIn(value), number) <= 0 && compare(number, rationalIn(other)) <= 0);
  const bare = values.every((one) => compare(rationalIn(one), zero) >= 0) ? magnitude(number) : number;
  return asAgreement(isSaid(value, qualifier, fact, bare));
}

const zero = quotientOf(0n, 1n);

function asAgreement(same: boolean): Agreement {
  return { kind: same ? 'agrees' : 'differs' };
}

/** A share in hundredths as the part that a fraction says. */
function scaled(value: Rational, { kind }: Numeral, measure: Measure): Rational {
  return measure === 'percent' && kind === 'fraction' ? quotientOf(value.dividend, value.divisor * 100n) : value;
}

function isSaid(value: NumeralValue, qualifier: Qualifier | undefined, fact: Fact, number: Rational): boolean {
  const said = rationalIn(value);
  // Where the source itself only gives a bound, the fact holds the number of that bound.
  if (qualifier === undefined || isBoundOf(fact, qualifier)) {
    return value.kind === 'ratio'
      ? compare(nearestPart(number, said), said) === 0
      : compare(roundedTo(number, placeOf(value)), said) === 0;
  }
  const order = compare(number, said);
  const part = value.kind === 'ratio';
  switch (qualifier) {
    case 'about':
      return part
        ? compare(nearestPart(number, said), said) === 0
        : compare(roundedTo(number, looseOf(value)), roundedTo(said, looseOf(value))) === 0;
    case 'at least':
      return order >= 0 && isWithinTwice(number, said);
    case 'more than':
      return order > 0 && (part ? compare(partBelow(number), said) <= 0 : isWithinTwice(number, said));
    case 'at most':
      return order <= 0 && isWithinTwice(said, number);
    case 'less than':
      return order < 0 && isWithinTwice(said, number);
    case 'nearly':
      return order < 0 && compare(number, product(said, nearly)) >= 0;
  }
}

function isBoundOf(fact: Fact, qualifier: Qualifier): boolean {
  const { qualifier: own } = fact.spec;
  if (own === undefined) return false;
  return (
    own === qualifier || (own === 'over' && qualifier === 'more than') || (own === 'up to' && qualifier === 'at most')
  );
}

function rationalIn(value: NumeralValue): Rational {
  switch (value.kind) {
    case 'decimal':
      return rationalOf(value.decimal);
    case 'ratio':
      return quotientOf(value.numerator, value.denominator);
    case 'date':
      return zero;
  }
}

function placeOf(value: NumeralValue): number {
  return value.kind === 'decimal' ? value.place : 0;
}

/** The place of the last digit that is no zero at the end: 3 for 9,000. */
function looseOf(value: NumeralValue): number {
  if (value.kind !== 'decimal') return 0;
  const zeros = /^-?\d*[1-9](0+)$/.exec(value.decimal)?.[1]?.length ?? 0;
  return Math.max(value.place, zeros);
}

function roundedTo(number: Rational, place: number): Rational {
  return rounded(number, -place, 'round');
}

function isWithinTwice(larger: Rational, smaller: Rational): boolean {
  return compare(larger, product(smaller, quotientOf(2n, 1n))) <= 0;
}

function nearestPart(number: Rational, said: Rational): Rational {
  const [nearest = said] = [...commonParts, said].toSorted((one, other) =>
    compare(gap(one, number), gap(other, number)),
  );
  return nearest;
}

function partBelow(number: Rational): Rational {
  return commonParts.findLast((part) => compare(part, number) < 0) ?? zero;
}

function gap(one: Rational, other: Rational): Rational {
  return magnitude(sum(one, negative(other)));
}

/** Whether a date is that of a cell, to the precision that is printed. */
function isDate(value: NumeralValue, cell: Cell | undefined): boolean {
  if (value.kind !== 'date') return false;
  const iso =
    cell?.kind === 'date' ? cell.iso : cell?.kind === 'text' ? cell.text : cell?.kind === 'number' ? cell.decimal : '';
  return iso === value.iso || iso.startsWith(`${value.iso}-`);
}
