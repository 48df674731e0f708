import type { Report } from '../diagnostics/diagnostic.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import type { NumeralValue } from '../numerals/numeral.ts';
import type { Edition } from '../read/edition.ts';

/** The labels by which facts are written as words, with the number that each stands for in its name. */
const named = /^(?:number|ordinal|growth|fraction)-(\d+|half)(?:-(\d+))?$/;

/** Reports a label whose word is another number than its name says: every fact that comes to it would print that. */
export function checkLabelNumbers({ labels, language }: Pick<Edition, 'labels' | 'language'>, report: Report): void {
  for (const [name, words] of Object.entries(labels.value)) {
    const [, upper, lower = '1'] = named.exec(name) ?? [];
    if (upper === undefined) continue;
    const [numerator, denominator] = upper === 'half' ? [1n, 2n] : [BigInt(upper), BigInt(lower)];
    const values = findNumerals(words, language).flatMap((numeral) => numeral.values);
    const wrong = values.some((value) => !isValue(value, numerator, denominator));
    if (!wrong) continue;
    report({
      rule: 'claim-wrong',
      place: labels.at(name),
      message: `the label ${name} says "${words}", which is another number`,
      cure: `write the word for ${denominator === 1n ? numerator : `${numerator}/${denominator}`}`,
    });
  }
}

function isValue(value: NumeralValue, numerator: bigint, denominator: bigint): boolean {
  switch (value.kind) {
    case 'decimal':
      return value.decimal === String(numerator) && denominator === 1n;
    case 'ratio':
      return value.numerator * denominator === numerator * value.denominator;
    default:
      return false;
  }
}
