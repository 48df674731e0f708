import type { Fact } from '../facts/fact.ts';
import type { Numeral, NumeralKind } from '../numerals/numeral.ts';

/** What a fact measures, as far as a numeral must say the same. */
export type Measure = 'money' | 'percent' | 'multiple' | 'ordinal' | 'date' | 'number' | 'words';

const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

/** What a fact measures, by its unit and its format. */
export function measureOf({ spec: { format, unit }, cell }: Fact): Measure {
  if (format === 'date' || format === 'year' || unit === 'year' || cell.kind === 'date') return 'date';
  if (cell.kind !== 'number') return 'words';
  if (format.startsWith('currency') || (unit !== undefined && currencies.has(unit))) return 'money';
  if (format === 'percent' || unit === 'percent') return 'percent';
  if (format === 'times' || format === 'multiple' || unit === 'times') return 'multiple';
  return format === 'ordinal' ? 'ordinal' : 'number';
}

/** The kinds of numerals that can say a measure. */
const kinds: Readonly<Record<Measure, readonly NumeralKind[]>> = {
  money: ['money', 'number'],
  percent: ['percent', 'fraction'],
  multiple: ['multiple', 'fraction', 'number'],
  ordinal: ['ordinal', 'number'],
  date: ['date'],
  number: ['number', 'fraction'],
  words: [],
};

/** Whether a numeral can say what a fact measures: percent for percent, and money in its currency. */
export function readsAs({ kind, currency }: Numeral, measure: Measure, { spec }: Fact): boolean {
  if (kind === 'money' && currency !== (spec.unit ?? 'usd')) return false;
  return kinds[measure].includes(kind);
}
