import type { Report } from '../diagnostics/diagnostic.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { ClaimMark } from '../facts/claim-marks.ts';
import type { Facts } from '../facts/fact.ts';
import { findNumerals } from '../numerals/find-numerals.ts';
import { qualifierBefore } from '../numerals/qualifier-before.ts';
import type { Edition } from '../read/edition.ts';
import { agreement } from './agreement.ts';
import { givenBy } from './given-by.ts';
import type { PrintedText } from './printed-text.ts';

/**
 * Holds every claim, `:claim[118.7 %]{fact=name}`, against the fact that it names: its number must be that of the fact at the
 * precision that is printed. One that is not, or that cannot be read, is reported.
 */
export function checkClaims(texts: readonly PrintedText[], facts: Facts, edition: Edition, report: Report): void {
  for (const { claims, placeAt } of texts) {
    for (const claim of claims) {
      const fault = faultOf(claim, facts, edition);
      if (fault) report({ ...fault, place: placeAt(claim.start) });
    }
  }
}

type Fault = Omit<Parameters<Report>[0], 'place'>;

function faultOf({ words, fact: name }: ClaimMark, facts: Facts, edition: Edition): Fault | undefined {
  const written = `the claim "${words}"`;
  if (name === undefined) {
    const cure = `write its fact in braces behind it: :claim[${words}]{fact=…}`;
    return { rule: 'claim-shape', message: `${written} does not say which fact it is held against`, cure };
  }
  const [numeral, second] = findNumerals(words, edition.language);
  if (!numeral || second) {
    return {
      rule: 'claim-shape',
      message: `${written} holds ${numeral ? 'more than one number' : 'no number'}`,
      cure: 'put one number between the brackets, with the words that belong to it: "nearly nine times", "54 %"',
    };
  }
  const fact = facts.get(name);
  if (!fact) {
    if (edition.facts.has(name) || edition.broken.has(`fact ${name}`)) return undefined;
    const cure = didYouMean(name, edition.facts.keys(), 'facts');
    return { rule: 'fact-unknown', message: `unknown fact "${name}"`, cure };
  }
  const outcome = agreement(numeral, qualifierBefore(words, numeral.start, edition.language), fact);
  if (outcome.kind === 'agrees') return undefined;
  const other = `the fact "${name}", which is ${givenBy(fact)}`;
  if (outcome.kind === 'differs') {
    const cure = `write :fact[${name}], or correct the one that is wrong`;
    return { rule: 'claim-wrong', message: `${written} does not agree with ${other}`, cure };
  }
  return {
    rule: 'claim-shape',
    message: `${written} cannot be held against ${other}`,
    cure: 'hold it against a fact of the same kind: percent for percent, a ratio for "times", a date for a date',
  };
}
