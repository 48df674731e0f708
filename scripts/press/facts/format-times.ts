import { formatNumber, roundedDecimal } from './format-number.ts';
import { type FormatOutcome, labelled, type Wording, words } from './wording.ts';

/** "nine times", "8.8 times": up to one decimal unless the author says how many; whole numbers up to twelve in words. */
export function formatTimes(decimal: string, decimals: number | undefined, wording: Wording): FormatOutcome {
  const rounded = roundedDecimal(decimal, decimals, 1);
  const number = numberInWords(rounded, decimals, wording);
  if (number.kind === 'failed') return number;
  const places = rounded.split('.')[1]?.length ?? 0;
  const plural = new Intl.PluralRules(wording.language, { minimumFractionDigits: places }).select(Number(rounded));
  return labelled(`times-${plural}`, wording, { number: number.text });
}

/** "nine", "8.8", "13": whole numbers up to twelve in words. */
export function numberInWords(decimal: string, decimals: number | undefined, wording: Wording): FormatOutcome {
  return /^([1-9]|1[0-2])$/.test(decimal)
    ? labelled(`number-${decimal}`, wording)
    : words(formatNumber(decimal, decimals, wording.language));
}
