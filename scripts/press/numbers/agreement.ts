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
import type { Qualifier } from '../numerals/grammar.ts';
import type { Numeral, NumeralKind, NumeralValue } from '../numerals/numeral.ts';

/**
 * Whether a number in print says what a fact does. Those that measure different things, or of which the numeral has no value
 * to compare, are `unlike`.
 */
type Agreement = 'agrees' | 'differs' | 'unlike';

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
  const { values } = numeral;
  if (!canSay(numeral, fact) || values.length === 0) return 'unlike';
  const cells = fact.upTo ? [fact.cell, fact.upTo] : [fact.cell];
  if (valueKindOf(fact) === 'date')
    return agreesIf(values.length === cells.length && values.every((value, index) => isDate(value, cells[index])));
  const numbers = cells.flatMap((cell) => (cell.kind === 'number' ? [numberOf(exactValue(cell), numeral, fact)] : []));
  const [number, upTo] = numbers;
  const [value, other] = values;
  if (!number || !value || numbers.length < cells.length) return 'unlike';
  if (upTo)
    return agreesIf(
      other !== undefined && isTrueOf(number, value, qualifier, fact) && isTrueOf(upTo, other, undefined, fact),
    );
  if (other) return agreesIf(compare(rationalIn(value), number) <= 0 && compare(number, rationalIn(other)) <= 0);
  const withoutSign = values.every((one) => compare(rationalIn(one), zero) >= 0) ? magnitude(number) : number;
  return agreesIf(isTrueOf(withoutSign, value, qualifier, fact));
}

function agreesIf(same: boolean): Agreement {
  return same ? 'agrees' : 'differs';
}

/** What a fact's value is, as far as a numeral must be of the same kind. */
type ValueKind = 'money' | 'percent' | 'multiple' | 'ordinal' | 'date' | 'number' | 'words';

/** What a fact's value is, by its unit and its format. */
export function valueKindOf({ spec: { format, unit }, cell }: Fact): ValueKind {
  if (format === 'date' || format === 'year' || unit === 'year' || cell.kind === 'date') return 'date';
  if (cell.kind !== 'number') return 'words';
  if (format.startsWith('currency') || (unit !== undefined && currencies.has(unit))) return 'money';
  if (format === 'percent' || unit === 'percent') return 'percent';
  if (format === 'times' || format === 'multiple' || unit === 'times') return 'multiple';
  return format === 'ordinal' ? 'ordinal' : 'number';
}

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

/** Whether a numeral can say a fact's value: percent for percent, and money in its currency. */
export function canSay({ kind, currency }: Numeral, fact: Fact): boolean {
  if (kind === 'money' && currency !== (fact.spec.unit ?? 'usd')) return false;
  return numeralsFor[valueKindOf(fact)].includes(kind);
}

/** The kinds of numerals that can say a value. */
const numeralsFor: Readonly<Record<ValueKind, readonly NumeralKind[]>> = {
  money: ['money', 'number'],
  percent: ['percent', 'fraction'],
  multiple: ['multiple', 'fraction', 'number'],
  ordinal: ['ordinal', 'number'],
  date: ['date'],
  number: ['number', 'fraction'],
  words: [],
};

/** A fact's number as a numeral says it: of a share in hundredths, a fraction says the part. */
function numberOf(value: Rational, { kind }: Numeral, fact: Fact): Rational {
  return valueKindOf(fact) === 'percent' && kind === 'fraction'
    ? quotientOf(value.dividend, value.divisor * 100n)
    : value;
}

/** Whether a printed value, with the words before it, is true of a fact's number. */
function isTrueOf(number: Rational, value: NumeralValue, qualifier: Qualifier | undefined, fact: Fact): boolean {
  const printed = rationalIn(value);
  const part = value.kind === 'ratio';
  // Where the source itself only gives a bound, the fact holds the number of that bound.
  if (qualifier === undefined || isBoundOf(fact, qualifier)) {
    return part
      ? compare(nearestPart(number, printed), printed) === 0
      : compare(roundedTo(number, decimalPlaceOf(value)), printed) === 0;
  }
  const order = compare(number, printed);
  switch (qualifier) {
    case 'about':
      return part
        ? compare(nearestPart(number, printed), printed) === 0
        : compare(roundedTo(number, placeWithoutZeros(value)), roundedTo(printed, placeWithoutZeros(value))) === 0;
    case 'at least':
      return order >= 0 && isWithinTwice(number, printed);
    case 'more than':
      return order > 0 && (part ? compare(partBelow(number), printed) <= 0 : isWithinTwice(number, printed));
    case 'at most':
      return order <= 0 && isWithinTwice(printed, number);
    case 'less than':
      return order < 0 && isWithinTwice(printed, number);
    case 'nearly':
      return order < 0 && compare(number, product(printed, nearly)) >= 0;
  }
}

/** What is said to be nearly something lacks at most a twentieth of it, as for facts. */
const nearly = quotientOf(19n, 20n);

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

const zero = quotientOf(0n, 1n);

function decimalPlaceOf(value: NumeralValue): number {
  return value.kind === 'decimal' ? value.place : 0;
}

/** The place of the last digit that is no zero at the end: 3 for 9,000. */
function placeWithoutZeros(value: NumeralValue): number {
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

function nearestPart(number: Rational, printed: Rational): Rational {
  const [nearest = printed] = [...commonParts, printed].toSorted((one, other) =>
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
