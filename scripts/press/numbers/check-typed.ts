import type { Datasets } from '../data/open-datasets.ts';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { Facts } from '../facts/fact.ts';
import type { Edition } from '../read/edition.ts';
import { cureOf } from './cure-of.ts';
import { datasetsRead } from './datasets-read.ts';
import { nearestValues } from './nearest-values.ts';
import type { TypedNumeral } from './typed-numerals.ts';

/**
 * Reports every number that is typed into print and neither declared nor excused by its kind: a warning, or an error in
 * a strict edition. A citation beside it does not excuse it.
 */
export async function checkTyped(
  numerals: readonly TypedNumeral[],
  facts: Facts,
  edition: Edition,
  datasets: Datasets,
  report: Report,
): Promise<void> {
  const loose = numerals.filter(({ excused }) => excused.by === 'nothing');
  // Where facts.yaml cannot be read, nobody knows which numbers a fact would stand for.
  if (loose.length === 0 || edition.broken.has('fact *')) return;
  const { strict } = edition.meta.value;
  const nearest = strict
    ? new Map()
    : await nearestValues(loose, edition, await datasetsRead(edition, facts, datasets), datasets);
  const context = { facts, file: edition.meta.at().file, language: edition.language };
  for (const typed of loose) {
    const { numeral, words, place } = typed;
    const shown = words.replace(/\s+/g, ' ');
    report({
      rule: strict ? 'number-typed-strict' : 'number-typed',
      place,
      message: `"${shown}" is typed in: no fact, claim or declared name stands behind it`,
      cure: cureOf(numeral, shown, context, nearest.get(typed)),
    });
  }
}
