import type { ValueFormat } from '../read/schemas/common.ts';
import type { FactSpec } from '../read/schemas/facts.ts';
import type { CellStyle } from './format-cell.ts';
import { isPhrase } from './phrase.ts';

/** Formats that count in millions where there are millions. */
const scaled: readonly ValueFormat[] = ['currency', 'currency-short'];

/**
 * How a fact is printed: as its file says, or in another of its formats. Its decimals are meant for the format that
 * they were written for: 2 of 16.56 million are none of 16,560,000. A phrase says itself how near a number is.
 */
export function styleOf(spec: FactSpec, as: ValueFormat = spec.format): CellStyle {
  const alike = as === spec.format || (scaled.includes(as) && scaled.includes(spec.format));
  return {
    format: as,
    decimals: alike ? spec.decimals : undefined,
    unit: spec.unit ?? ownUnit(spec.format),
    qualifier: isPhrase(as) ? undefined : spec.qualifier,
  };
}

/** The unit that a format implies. */
function ownUnit(format: ValueFormat): string | undefined {
  return format === 'times' || format === 'percent' ? format : undefined;
}
