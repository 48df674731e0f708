import type { Cell } from '../data/table.ts';
import type { ValueFormat } from '../read/schemas/common.ts';
import type { FactSpec } from '../read/schemas/facts.ts';
import { formatCell } from './format-cell.ts';
import { formatRange } from './format-range.ts';
import { styleOf } from './style-of.ts';
import type { FormatOutcome, Wording } from './wording.ts';

/** The value of a fact: one cell, or the two ends of a range. */
export interface FactValue {
  readonly cell: Cell;
  readonly upTo: Cell | undefined;
}

/**
 * What can stand behind `as=` besides the name of a format: a length of the fact's own format, or `size`, the fact's own
 * format without its sign.
 */
export const relativeFormats = ['long', 'short', 'full', 'size'] as const;

/** Another way to print a fact than its own. */
export type OtherFormat = ValueFormat | (typeof relativeFormats)[number];

/** A fact in words: as its file says, or in another format. */
export function formatFact(
  value: FactValue,
  spec: FactSpec,
  as: OtherFormat | undefined,
  wording: Wording,
): FormatOutcome {
  const format = as === 'size' || as === undefined ? spec.format : inLength(as, spec.format);
  if (format === undefined) {
    return {
      kind: 'failed',
      rule: 'fact-value',
      message: `the format "${spec.format}" has no form "${as}"`,
      cure: 'name a format, or leave the braces away',
    };
  }
  const style = styleOf(spec, format);
  if (value.upTo) return formatRange(value.cell, value.upTo, style, wording);
  return formatCell(as === 'size' ? withoutSign(value.cell) : value.cell, style, wording);
}

/** A format, or the long, short or full form of another. */
function inLength(as: Exclude<OtherFormat, 'size'>, own: ValueFormat): ValueFormat | undefined {
  if (as !== 'long' && as !== 'short' && as !== 'full') return as;
  if (own.startsWith('currency')) return as === 'long' ? 'currency' : `currency-${as}`;
  if (!own.startsWith('number') || as === 'short') return undefined;
  return as === 'long' ? 'number-long' : 'number';
}

function withoutSign(cell: Cell): Cell {
  if (cell.kind !== 'number') return cell;
  const { decimal, quotient } = cell;
  const bare = (digits: string) => digits.replace(/^-/, '');
  return {
    kind: 'number',
    decimal: bare(decimal),
    ...(quotient && { quotient: { ...quotient, dividend: bare(quotient.dividend) } }),
  };
}
