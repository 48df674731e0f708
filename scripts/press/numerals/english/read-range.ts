import type { Reading } from '../numeral.ts';
import type { Groups } from '../rule.ts';
import { powerIn, readAmount } from './read-amount.ts';

/** One value, or the two ends of a range; where only the second has a scale it is that of both: "7–7.5 million". */
export function readRange({ low = '', high }: Groups): Reading {
  if (high === undefined) return { values: [readAmount(low)] };
  return { values: [readAmount(low, powerIn(low) || powerIn(high)), readAmount(high)] };
}
