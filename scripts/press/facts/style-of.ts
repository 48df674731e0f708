import type { FactSpec } from '../read/schemas/facts.ts';
import type { CellStyle } from './format-cell.ts';

/**
 * How a fact is printed: as its file says, or in another of its formats. Its decimals are meant for the format that
 * they were written for: 2 of 16.56 million are none of 16,560,000.
 */
export function styleOf(spec: FactSpec, as: FactSpec['format'] = spec.format): CellStyle {
  const scaled = ['currency', 'currency-short'];
  const alike = as === spec.format || (scaled.includes(as) && scaled.includes(spec.format));
  return { format: as, decimals: alike ? spec.decimals : undefined, unit: spec.unit, qualifier: spec.qualifier };
}
