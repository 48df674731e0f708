import type { Cell } from '../data/table.ts';
import type { ValueFormat } from '../read/schemas/common.ts';
import { type CellStyle, formatCell, qualified } from './format-cell.ts';
import { type FormatOutcome, type Wording, words } from './wording.ts';

/**
 * Two ends as one range, "5.2 million–5.5 million", "2011–2018", with the dash of the language (CLDR's range pattern).
 * Each end is printed in the format that its unit asks for; two that print alike are one.
 */
export function formatRange(from: Cell, to: Cell, style: CellStyle, wording: Wording): FormatOutcome {
  if (style.format !== 'range') {
    const message = `the value is a range, and the format "${style.format}" prints one value`;
    return {
      kind: 'failed',
      rule: 'fact-value',
      message,
      cure: 'leave the braces away, or make facts of its two ends',
    };
  }
  const format = formatOfEnds(style.unit, from);
  const ends = [from, to].map((end) => formatCell(end, { ...style, format, qualifier: undefined }, wording));
  const failed = ends.find((end) => end.kind === 'failed');
  if (failed) return failed;
  const [first = '', last = ''] = ends.map((end) => (end.kind === 'text' ? end.text : ''));
  const text = first === last ? first : `${first}${rangeMark(wording.language)}${last}`;
  return qualified(words(text), style.qualifier, wording);
}

function formatOfEnds(unit: string | undefined, { kind }: Cell): ValueFormat {
  if (kind !== 'number') return 'date';
  if (unit === 'year') return 'year';
  if (unit === 'percent' || unit === 'times') return unit;
  const isCurrency = unit !== undefined && Intl.supportedValuesOf('currency').includes(unit.toUpperCase());
  return isCurrency ? 'currency' : 'number-long';
}

/** What stands between two numbers. */
function rangeMark(language: string): string {
  const parts = new Intl.NumberFormat(language).formatRangeToParts(1, 2);
  return parts.find(({ source, type }) => source === 'shared' && type === 'literal')?.value ?? '–';
}
