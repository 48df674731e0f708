import type { FactSpec } from '../read/schemas/facts.ts';

/** Units are small letters in these files; ISO 4217 writes its codes in capitals. */
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf('currency').map((code) => code.toLowerCase()));

/** Formats in which neither money nor a share can be written. */
const bare: ReadonlySet<FactSpec['format']> = new Set(['times', 'date', 'year', 'ordinal', 'multiple']);

/** Why a unit cannot be printed in a format; nothing where it can. A value without a unit can take any format. */
export function unitFault(
  format: FactSpec['format'],
  unit: string | undefined,
): { readonly message: string; readonly cure: string } | undefined {
  if (unit === undefined) return undefined;
  const message = `the format "${format}" cannot show the unit "${unit}"`;
  if (format.startsWith('currency')) {
    return currencies.has(unit)
      ? undefined
      : { message, cure: 'give the currency in small letters as its unit, such as usd, or choose another format' };
  }
  if (format === 'percent') {
    return unit === 'percent' ? undefined : { message, cure: 'give percent as its unit, or choose another format' };
  }
  if (format === 'growth' || format === 'fraction') {
    const cure =
      format === 'growth'
        ? 'take a ratio, with the unit times, or a change, with the unit percent'
        : 'take a share, with the unit percent, or a ratio, with the unit times';
    return unit === 'percent' || unit === 'times' ? undefined : { message, cure };
  }
  const isBare = bare.has(format) && (currencies.has(unit) || unit === 'percent');
  const isDate = ['date', 'year', 'ordinal'].includes(format) && unit === 'times';
  return isBare || isDate ? { message, cure: 'take the unit out, or choose a format that shows it' } : undefined;
}
