import type { NumeralGrammar } from '../rule.ts';
import { amounts } from './amounts.ts';
import { countOpenings, counts } from './counts.ts';
import { dateOpenings, dates } from './dates.ts';
import { fractionOpenings, fractions } from './fractions.ts';
import { multipleOpenings, multiples } from './multiples.ts';
import { names } from './names.ts';
import { ordinalOpenings, ordinals } from './ordinals.ts';
import { periodOpenings, periods } from './periods.ts';
import { qualifiers } from './qualifiers.ts';
import { shadeWords } from './shade-words.ts';
import { years } from './years.ts';

/**
 * How English writes numerals. What has a form of its own comes first; then names, which would pass for years and counts;
 * counts come last, since all else would pass for them.
 */
export const english: NumeralGrammar = {
  shade: shadeWords,
  openings: [
    ...dateOpenings,
    ...periodOpenings,
    ...multipleOpenings,
    ...fractionOpenings,
    ...ordinalOpenings,
    ...countOpenings,
    '[IVX]{2,}',
  ],
  rules: [...periods, ...dates, ...names, ...years, ...amounts, ...multiples, ...fractions, ...ordinals, ...counts],
  references: ['figure', 'fig.', 'table'],
  qualifiers,
};
