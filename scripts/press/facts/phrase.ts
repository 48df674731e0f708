import { exactValue, type NumberCell } from '../data/number-cell.ts';
import { compare, negative, product, quotientOf, type Rational, rounded, sum } from '../data/rational.ts';
import type { ValueFormat } from '../read/schemas/common.ts';
import { commonParts } from './common-parts.ts';
import { formatTimes, numberInWords } from './format-times.ts';
import { type FormatOutcome, labelled, type Wording } from './wording.ts';

/** Formats that tell which way a number went: up, down or even. */
const directions = [
  'rose-or-fell',
  'rise-or-fall',
  'higher-or-lower',
  'more-or-fewer',
  'more-or-fewer-than',
  'more-or-less-than',
] as const;

/** Formats whose words are decided by the value. */
export type Phrase = (typeof directions)[number] | 'growth' | 'multiple' | 'fraction';

export function isPhrase(format: ValueFormat): format is Phrase {
  return isDirection(format) || format === 'growth' || format === 'multiple' || format === 'fraction';
}

/** What is said to be nearly something lacks at most a twentieth of it. */
const nearly = quotientOf(19n, 20n);
const half = quotientOf(1n, 2n);
const one = quotientOf(1n, 1n);
const zero = quotientOf(0n, 1n);

/**
 * The words that a value decides, so that a changed number cannot leave a wrong verb behind. Values are compared exactly,
 * not as they are rounded.
 *
 * @param unit times: the value is a ratio, and even at 1; percent: a change, or for "fraction" a share; else a
 *   difference, even at 0
 * @returns undefined where no word is true of the value
 */
export function formatPhrase(
  cell: NumberCell,
  phrase: Phrase,
  unit: string | undefined,
  wording: Wording,
): FormatOutcome | undefined {
  const value = exactValue(cell);
  const inHundredths = unit === 'percent' ? product(value, quotientOf(1n, 100n)) : value;
  switch (phrase) {
    case 'growth':
      return growth(unit === 'percent' ? sum(one, inHundredths) : value, wording);
    case 'multiple':
      return multiple(value, cell, wording);
    case 'fraction':
      return fraction(inHundredths, wording);
    default: {
      const order = compare(value, unit === 'times' ? one : zero);
      return labelled(`${phrase}-${order > 0 ? 'up' : order < 0 ? 'down' : 'even'}`, wording);
    }
  }
}

/** "nearly doubled", "more than tripled", "halved", "rose": of a later amount by an earlier one. */
function growth(ratio: Rational, wording: Wording): FormatOutcome | undefined {
  if (compare(ratio, zero) < 0) return undefined;
  if (compare(ratio, one) <= 0) {
    const lost = sum(one, negative(ratio));
    const lostHalf = closeness(lost, half);
    return lostHalf === 'less'
      ? labelled(`rose-or-fell-${compare(lost, zero) === 0 ? 'even' : 'down'}`, wording)
      : near(lostHalf, labelled('growth-half', wording), wording);
  }
  const whole = wholeNear(ratio);
  if (compare(whole, one) <= 0) return labelled('rose-or-fell-up', wording);
  const name = String(whole.dividend);
  const known = ['2', '3', '4'].includes(name);
  const closeTo = closeness(ratio, whole);
  if (known) return near(closeTo, labelled(`growth-${name}`, wording), wording);
  const number = numberInWords(name, undefined, wording);
  if (number.kind === 'failed') return number;
  const fold = near(
    closeTo,
    labelled(whole.dividend > 12n ? 'growth-fold-number' : 'growth-fold', wording, { number: number.text }),
    wording,
  );
  return fold.kind === 'failed' ? fold : labelled('growth-by', wording, { fold: fold.text });
}

/** "nearly nine times", "more than eight times"; below twice, where no whole number tells much, to one decimal. */
function multiple(ratio: Rational, { decimal }: NumberCell, wording: Wording): FormatOutcome | undefined {
  if (compare(ratio, zero) < 0) return undefined;
  const whole = wholeNear(ratio);
  if (compare(whole, one) < 0 || (compare(whole, one) === 0 && compare(ratio, one) !== 0)) {
    return formatTimes(decimal, 1, wording);
  }
  return near(closeness(ratio, whole), formatTimes(String(whole.dividend), 0, wording), wording);
}

/** "half", "nearly two thirds", "more than a quarter", "less than a tenth", "none", "all". */
function fraction(share: Rational, wording: Wording): FormatOutcome | undefined {
  if (compare(share, zero) < 0 || compare(share, one) > 0) return undefined;
  if (compare(share, zero) === 0) return labelled('fraction-none', wording);
  const close = commonParts.find((part) => ['nearly', 'exactly'].includes(closeness(share, part)));
  const below = commonParts.findLast((part) => closeness(share, part) === 'more');
  const part = close ?? below ?? commonParts[0];
  const word = labelled(`fraction-${part.dividend}-${part.divisor}`, wording);
  return near(closeness(share, part), word, wording);
}

/** The whole number to speak of: the next one where that is nearly reached, else the one below. */
function wholeNear(value: Rational): Rational {
  const next = rounded(value, 0, 'ceil');
  return closeness(value, next) === 'less' ? rounded(value, 0, 'floor') : next;
}

type Closeness = 'exactly' | 'nearly' | 'more' | 'less';

function closeness(value: Rational, goal: Rational): Closeness {
  const order = compare(value, goal);
  if (order === 0) return 'exactly';
  if (order > 0) return 'more';
  return compare(value, product(goal, nearly)) >= 0 ? 'nearly' : 'less';
}

function near(closeTo: Closeness, word: FormatOutcome, wording: Wording): FormatOutcome {
  if (word.kind === 'failed' || closeTo === 'exactly') return word;
  const names = { nearly: 'nearly', more: 'more-than', less: 'less-than' } as const;
  const qualifier = labelled(`qualifier-${names[closeTo]}`, wording);
  return qualifier.kind === 'failed' ? qualifier : { kind: 'text', text: `${qualifier.text} ${word.text}` };
}

function isDirection(format: ValueFormat): format is (typeof directions)[number] {
  return directions.some((direction) => direction === format);
}
