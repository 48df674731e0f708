import { cellWords } from '../data/cell-words.ts';
import type { Cell } from '../data/table.ts';
import type { FactSpec } from '../read/schemas/facts.ts';
import { formatDate } from './format-date.ts';
import { formatCurrency, formatLongNumber, formatNumber, formatPercent, formatYear } from './format-number.ts';
import { formatTimes } from './format-times.ts';
import { formatPhrase, isPhrase } from './phrase.ts';
import { unitFault } from './unit-fault.ts';
import { type FormatOutcome, labelled, type Wording, words } from './wording.ts';

/** What an author says of how a value is printed. */
export interface CellStyle {
  readonly format: FactSpec['format'];
  /** Decimal places to round to, in millions where millions are printed. */
  readonly decimals: number | undefined;
  readonly unit: string | undefined;
  readonly qualifier: FactSpec['qualifier'] | undefined;
}

/** Writes a value in the edition's language; it is rounded once, here, half away from zero. */
export function formatCell(cell: Cell, style: CellStyle, wording: Wording): FormatOutcome {
  const fault = unitFault(style.format, style.unit);
  if (fault) return { kind: 'failed', rule: 'fact-value', ...fault };
  const value = formatValue(cell, style, wording);
  return value.kind === 'failed' ? value : qualified(value, style.qualifier, wording);
}

/** Words with the qualifier before them, if there is one. */
export function qualified(
  value: { readonly kind: 'text'; readonly text: string },
  qualifier: CellStyle['qualifier'],
  wording: Wording,
): FormatOutcome {
  if (qualifier === undefined) return value;
  const label = labelled(`qualifier-${qualifier.replaceAll(' ', '-')}`, wording);
  return label.kind === 'failed' ? label : words(`${label.text} ${value.text}`);
}

function formatValue(cell: Cell, style: CellStyle, wording: Wording): FormatOutcome {
  const { format, decimals, unit } = style;
  const { language } = wording;
  switch (format) {
    case 'date':
      return formatDateCell(cell, language);
    case 'year':
      return formatYearCell(cell, language);
    case 'text':
      if (cell.kind === 'boolean' || cell.kind === 'missing') return unfit(cell, format);
      return isEndless(cell) ? unrounded(cell, format) : words(cellWords(cell));
    case 'range':
      return unfit(cell, format);
  }
  if (cell.kind !== 'number') return unfit(cell, format);
  if (isPhrase(format)) return formatPhrase(cell, format, unit, wording) ?? unfit(cell, format);
  const { decimal } = cell;
  const money = { currency: (unit ?? 'usd').toUpperCase(), decimals, language };
  switch (format) {
    case 'number':
      return decimals === undefined && isEndless(cell)
        ? unrounded(cell, format)
        : words(formatNumber(decimal, decimals, language));
    case 'number-long':
      return isEndless(cell) && decimals === undefined && Math.abs(Number(decimal)) < 1_000_000
        ? unrounded(cell, format)
        : words(formatLongNumber(decimal, decimals, language));
    case 'percent':
      return words(formatPercent(decimal, decimals, language));
    case 'currency':
      return words(formatCurrency(decimal, 'long', money));
    case 'currency-short':
      return words(formatCurrency(decimal, 'short', money));
    case 'currency-full':
      return words(formatCurrency(decimal, 'full', money));
    case 'times':
      return formatTimes(decimal, decimals, wording);
    case 'ordinal':
      return /^\d+$/.test(decimal) && decimal !== '0' ? formatOrdinal(decimal, wording) : unfit(cell, format);
  }
}

/** Whether a number has no last digit. */
function isEndless(cell: Cell): boolean {
  return cell.kind === 'number' && cell.quotient !== undefined;
}

/** "third" up to ten, then "21st" by the language's plural rules for ordinals. */
function formatOrdinal(decimal: string, wording: Wording): FormatOutcome {
  if (/^([1-9]|10)$/.test(decimal)) return labelled(`ordinal-${decimal}`, wording);
  const form = new Intl.PluralRules(wording.language, { type: 'ordinal' }).select(Number(decimal));
  const number = formatNumber(decimal, 0, wording.language);
  return labelled(`ordinal-number-${form}`, wording, { number });
}

function formatDateCell(cell: Cell, language: string): FormatOutcome {
  if (cell.kind === 'boolean' || cell.kind === 'missing') return unfit(cell, 'date');
  const written = cellWords(cell);
  const date = formatDate(written, language);
  // A year stays as it is; all else that stays was no date.
  return date !== written || /^\d{4}$/.test(written) ? words(date) : unfit(cell, 'date');
}

function formatYearCell(cell: Cell, language: string): FormatOutcome {
  if (cell.kind === 'number')
    return /^\d{1,4}$/.test(cell.decimal) ? words(formatYear(cell.decimal, language)) : unfit(cell, 'year');
  const day = formatDateCell(cell, language);
  return day.kind === 'failed' ? unfit(cell, 'year') : words(formatYear(cellWords(cell).slice(0, 4), language));
}

const wanted: Readonly<Record<FactSpec['format'], string>> = {
  number: 'a number',
  currency: 'a number',
  'currency-short': 'a number',
  'currency-full': 'a number',
  'number-long': 'a number',
  percent: 'a number',
  times: 'a number',
  range: 'two values, its lower and its upper end',
  date: 'a date such as 2021, 2021-05 or 2021-05-24',
  year: 'a year such as 2021, or a date',
  ordinal: 'a whole number above 0',
  text: 'text, a number or a date',
  'rose-or-fell': 'a number',
  'rise-or-fall': 'a number',
  'higher-or-lower': 'a number',
  'more-or-fewer': 'a number',
  'more-or-fewer-than': 'a number',
  'more-or-less-than': 'a number',
  growth: 'a ratio of two amounts that are not below 0',
  multiple: 'a ratio that is not below 0',
  fraction: 'a share from 0 to all of it',
};

function unfit(cell: Cell, format: FactSpec['format']): FormatOutcome {
  const isText = cell.kind === 'text' && wanted[format] === 'a number';
  return {
    kind: 'failed',
    rule: 'fact-value',
    message: `the format "${format}" wants ${wanted[format]}, and the value is ${described(cell)}`,
    cure: isText
      ? 'take a column of type integer or number, or choose the format text'
      : 'correct the query, or choose another format',
  };
}

function unrounded(cell: Cell, format: FactSpec['format']): FormatOutcome {
  return {
    kind: 'failed',
    rule: 'fact-value',
    message: `the value is ${described(cell)}, which does not end, and the format "${format}" prints every digit`,
    cure: 'add a line "decimals: 1", or as many as are to be printed',
  };
}

function described(cell: Cell): string {
  switch (cell.kind) {
    case 'missing':
      return 'missing';
    case 'text':
      return `the text "${cell.text}"`;
    case 'number':
      return cell.quotient ? `${cell.decimal.replace(/(\.\d{4})\d*$/, '$1')}…` : cell.decimal;
    default:
      return cellWords(cell);
  }
}
