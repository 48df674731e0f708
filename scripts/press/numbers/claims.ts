import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { EditionRun } from '../edition-run.ts';
import type { ClaimMark } from '../facts/claim-marks.ts';
import type { Fact } from '../facts/fact.ts';
import { findNumerals, qualifierBefore } from '../numerals/find-numerals.ts';
import type { NumeralValue } from '../numerals/numeral.ts';
import type { Edition } from '../read/edition.ts';
import { agreement } from './agreement.ts';
import type { PrintedText } from './printed-text.ts';

/**
 * Holds every claim, `:claim[118.7 %]{fact=name}`, against the fact that it names: its number must be that of the fact at the
 * precision that is printed. One that is not, or that cannot be read, is reported.
 */
export function checkClaims(
  texts: readonly PrintedText[],
  run: Pick<EditionRun, 'written' | 'facts'>,
  report: Report,
): void {
  for (const { claims, placeAt } of texts) {
    for (const claim of claims) {
      const fault = faultOf(claim, run);
      if (fault) report({ ...fault, place: placeAt(claim.start) });
    }
  }
}

type Fault = Omit<Parameters<Report>[0], 'place'>;

function faultOf(
  { words, fact: name }: ClaimMark,
  { written, facts }: Pick<EditionRun, 'written' | 'facts'>,
): Fault | undefined {
  const claim = `the claim "${words}"`;
  if (name === undefined) {
    const cure = `write its fact in braces after it: :claim[${words}]{fact=…}`;
    return { rule: 'claim-shape', message: `${claim} does not say which fact to compare it with`, cure };
  }
  const [numeral, second] = findNumerals(words, written.language);
  if (!numeral || second) {
    return {
      rule: 'claim-shape',
      message: `${claim} holds ${numeral ? 'more than one number' : 'no number'}`,
      cure: 'put one number between the brackets, with the words that belong to it: "nearly nine times", "54 %"',
    };
  }
  const fact = facts.get(name);
  if (!fact) {
    if (written.facts.has(name) || written.broken.has(`fact ${name}`)) return undefined;
    const cure = didYouMean(name, written.facts.keys(), 'facts');
    return { rule: 'fact-unknown', message: `unknown fact "${name}"`, cure };
  }
  const outcome = agreement(numeral, qualifierBefore(words, numeral.start, written.language), fact);
  if (outcome === 'agrees') return undefined;
  const other = `the fact "${name}", which is ${valueShown(fact)}`;
  if (outcome === 'differs') {
    const cure = `write :fact[${name}], or correct the one that is wrong`;
    return { rule: 'claim-wrong', message: `${claim} does not agree with ${other}`, cure };
  }
  return {
    rule: 'claim-shape',
    message: `${claim} cannot be compared with ${other}`,
    cure: 'compare it with a fact of the same kind: percent for percent, a ratio for "times", a date for a date',
  };
}

/** Digits after the point by which a message shows a value that print rounds. */
const shownDigits = 4;

/** A fact's value as a message shows it: in its words and, where these round it, in digits. */
function valueShown({ text, cell }: Fact): string {
  if (cell.kind !== 'number') return text;
  const [whole = '', fraction = ''] = cell.decimal.split('.');
  const printed = text.replaceAll(',', '');
  if (fraction === '' || printed.includes(cell.decimal)) return text;
  return `${text} (${whole}.${fraction.slice(0, shownDigits)}${fraction.length > shownDigits ? '…' : ''})`;
}

/**
 * Reports a label whose word is another number than its name says: `number-3: four`. Every fact that is written by it would
 * print the wrong number.
 */
export function checkLabelNumbers({ labels, language }: Pick<Edition, 'labels' | 'language'>, report: Report): void {
  for (const [name, words] of Object.entries(labels.value)) {
    const [, upper, lower = '1'] = numberLabel.exec(name) ?? [];
    if (upper === undefined) continue;
    const [numerator, denominator] = upper === 'half' ? [1n, 2n] : [BigInt(upper), BigInt(lower)];
    const values = findNumerals(words, language).flatMap((numeral) => numeral.values);
    if (values.every((value) => isSameNumber(value, numerator, denominator))) continue;
    report({
      rule: 'claim-wrong',
      place: labels.at(name),
      message: `the label ${name} says "${words}", which is another number`,
      cure: `write the word for ${denominator === 1n ? numerator : `${numerator}/${denominator}`}`,
    });
  }
}

/** The names of labels that have the number in them for which their word stands. */
const numberLabel = /^(?:number|ordinal|growth|fraction)-(\d+|half)(?:-(\d+))?$/;

function isSameNumber(value: NumeralValue, numerator: bigint, denominator: bigint): boolean {
  switch (value.kind) {
    case 'decimal':
      return value.decimal === String(numerator) && denominator === 1n;
    case 'ratio':
      return value.numerator * denominator === numerator * value.denominator;
    case 'date':
      return false;
  }
}
