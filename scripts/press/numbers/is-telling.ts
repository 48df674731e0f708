import type { Numeral } from '../numerals/numeral.ts';

/** Whether a value is not soon met by chance: many facts are of the year 2020, and many are three. */
export function isTelling({ kind, values }: Numeral): boolean {
  const [value] = values;
  const digits = value?.kind === 'decimal' ? value.decimal.replace(/\D/g, '') : '';
  return kind !== 'date' && kind !== 'ordinal' && digits.length > 1;
}
