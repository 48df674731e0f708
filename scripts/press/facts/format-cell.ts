import type { Cell } from '../data/table.ts';
import { didYouMean } from '../diagnostics/did-you-mean.ts';
import type { Edition } from '../read/edition.ts';
import type { FactSpec } from '../read/schemas/facts.ts';
import { formatDate } from './format-date.ts';
import {
  formatCurrency,
  formatLongNumber,
  formatNumber,
  formatPercent,
  formatYear,
  roundedDecimal,
} from './format-number.ts';
import { unitFault } from './unit-fault.ts';

/** What an author says of how a value is printed. */
export interface CellStyle {
  readonly format: FactSpec['format'];
  /** Decimal places to round to, in millions where millions are printed. */
  readonly decimals: number | undefined;
  readonly unit: string | undefined;
  readonly qualifier: FactSpec['qualifier'] | undefined;
}

/** A value in words, or why it has none. */
export type FormatOutcome =
  | { readonly kind: 'text'; readonly text: string }
  | {
      readonly kind: 'failed';
      readonly rule: 'fact-value' | 'label-missing';
      readonly message: string;
      readonly cure: string;
    };

/** Whose words and which order of words. */
export type Wording = Pick<Edition, 'language' | 'labels'>;

/** Writes a value in the edition's language; it is rounded once, here, half away from zero. */
export function formatCell(cell: Cell, style: CellStyle, wording: Wording): FormatOutcome {
  const fault = unitFault(style.format, style.unit);
  if (fault) return { kind: 'failed', rule: 'fact-value', ...fault };
  const value = formatValue(cell, style, wording);
  if (value.kind === 'failed' || style.qualifier === undefined) return value;
  const qualifier = labelled(`qualifier-${style.qualifier.replaceAll(' ', '-')}`, wording);
  return qualifier.kind === 'failed' ? qualifier : text(`${qualifier.text} ${value.text}`);
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
      return cell.kind === 'boolean' || cell.kind === 'missing' ? unfit(cell, format) : text(wordsOf(cell));
  }
  if (cell.kind !== 'number') return unfit(cell, format);
  const { decimal } = cell;
  const money = { currency: (unit ?? 'usd').toUpperCase(), decimals, language };
  switch (format) {
    case 'number':
      return text(formatNumber(decimal, decimals, language));
    case 'number-long':
      return text(formatLongNumber(decimal, decimals, language));
    case 'percent':
      return text(formatPercent(decimal, decimals, language));
    case 'currency':
      return text(formatCurrency(decimal, 'long', money));
    case 'currency-short':
      return text(formatCurrency(decimal, 'short', money));
    case 'currency-full':
      return text(formatCurrency(decimal, 'full', money));
    case 'times':
      return formatTimes(decimal, decimals, wording);
    case 'ordinal':
      return /^([1-9]|10)$/.test(decimal) ? labelled(`ordinal-${decimal}`, wording) : unfit(cell, format);
  }
}

/** "nine times", "8.8 times": up to one decimal; whole numbers up to twelve in words. */
function formatTimes(decimal: string, decimals: number | undefined, wording: Wording): FormatOutcome {
  const rounded = roundedDecimal(decimal, decimals, 1);
  const inWords = /^([1-9]|1[0-2])$/.test(rounded);
  const number: FormatOutcome = inWords
    ? labelled(`number-${rounded}`, wording)
    : text(formatNumber(rounded, decimals, wording.language));
  if (number.kind === 'failed') return number;
  const places = rounded.split('.')[1]?.length ?? 0;
  const plural = new Intl.PluralRules(wording.language, { minimumFractionDigits: places }).select(Number(rounded));
  const times = labelled(`times-${plural}`, wording);
  return times.kind === 'failed' ? times : text(times.text.replaceAll('{number}', () => number.text));
}

function formatDateCell(cell: Cell, language: string): FormatOutcome {
  if (cell.kind === 'boolean' || cell.kind === 'missing') return unfit(cell, 'date');
  const written = wordsOf(cell);
  const date = formatDate(written, language);
  // A year stays as it is; all else that stays was no date.
  return date !== written || /^\d{4}$/.test(written) ? text(date) : unfit(cell, 'date');
}

function formatYearCell(cell: Cell, language: string): FormatOutcome {
  if (cell.kind === 'number')
    return /^\d{1,4}$/.test(cell.decimal) ? text(formatYear(cell.decimal, language)) : unfit(cell, 'year');
  const day = formatDateCell(cell, language);
  return day.kind === 'failed' ? unfit(cell, 'year') : text(formatYear(wordsOf(cell).slice(0, 4), language));
}

function labelled(name: string, { labels }: Wording): FormatOutcome {
  const label = labels.value[name];
  if (label !== undefined) return text(label);
  return {
    kind: 'failed',
    rule: 'label-missing',
    message: `${labels.at().file} has no label "${name}"`,
    cure: didYouMean(name, Object.keys(labels.value), 'labels'),
  };
}

const wanted: Readonly<Record<FactSpec['format'], string>> = {
  number: 'a number',
  currency: 'a number',
  'currency-short': 'a number',
  'currency-full': 'a number',
  'number-long': 'a number',
  percent: 'a number',
  times: 'a number',
  date: 'a date such as 2021, 2021-05 or 2021-05-24',
  year: 'a year such as 2021, or a date',
  ordinal: 'a whole number from 1 to 10',
  text: 'text, a number or a date',
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

function described(cell: Cell): string {
  switch (cell.kind) {
    case 'missing':
      return 'missing';
    case 'text':
      return `the text "${cell.text}"`;
    default:
      return wordsOf(cell);
  }
}

function wordsOf(cell: Cell): string {
  switch (cell.kind) {
    case 'number':
      return cell.decimal;
    case 'date':
      return cell.iso;
    case 'text':
      return cell.text;
    case 'boolean':
      return String(cell.truth);
    case 'missing':
      return '';
  }
}

function text(words: string): { readonly kind: 'text'; readonly text: string } {
  return { kind: 'text', text: words };
}
