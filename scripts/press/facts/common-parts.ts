import { quotientOf } from '../data/rational.ts';

/** The parts of a whole that prose has words for, from the least: tenths at the ends, fifths, quarters, thirds, half. */
export const commonParts = [
  quotientOf(1n, 10n),
  quotientOf(1n, 5n),
  quotientOf(1n, 4n),
  quotientOf(1n, 3n),
  quotientOf(2n, 5n),
  quotientOf(1n, 2n),
  quotientOf(3n, 5n),
  quotientOf(2n, 3n),
  quotientOf(3n, 4n),
  quotientOf(4n, 5n),
  quotientOf(9n, 10n),
  quotientOf(1n, 1n),
] as const;
