/** How a number is rounded and grouped; numbers come and go as text, so that no digit is lost on the way. */
type Digits = Pick<
  Intl.NumberFormatOptions,
  'minimumFractionDigits' | 'maximumFractionDigits' | 'trailingZeroDisplay' | 'useGrouping'
>;

/** Half away from zero, as readers round by hand, and no minus before a zero. */
const always = { roundingMode: 'halfExpand', signDisplay: 'negative' } as const;

/** Exactly so many decimals where the author says so, else up to a number of them and no zero at the end. */
function digits(decimals: number | undefined, most: number): Digits {
  return { minimumFractionDigits: decimals ?? 0, maximumFractionDigits: decimals ?? most };
}

/** With a minus sign, for which most locales of ICU have the hyphen: that is said as one, and is too short. */
function write(decimal: string, language: string, options: Intl.NumberFormatOptions): string {
  return plain(decimal, language, options).replace('-', '−');
}

function plain(decimal: string, language: string, options: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(language, { ...always, ...options }).format(decimal as Intl.StringNumericLiteral);
}

/** "1,277": every digit that the value has, or rounded to so many decimals. */
export function formatNumber(decimal: string, decimals: number | undefined, language: string): string {
  return write(decimal, language, digits(decimals, 100));
}

/** "4.5 million"; below a million every digit. */
export function formatLongNumber(decimal: string, decimals: number | undefined, language: string): string {
  const [whole = ''] = decimal.replace('-', '').split('.');
  if (whole.length < 7) return formatNumber(decimal, undefined, language);
  return write(decimal, language, { notation: 'compact', compactDisplay: 'long', ...digits(decimals, 2) });
}

/** "54%", "8.3%": up to one decimal unless the author says how many. The value counts hundredths. */
export function formatPercent(decimal: string, decimals: number | undefined, language: string): string {
  return write(decimal, language, { style: 'unit', unit: 'percent', unitDisplay: 'short', ...digits(decimals, 1) });
}

/** "2021": a number that is a name is not grouped. */
export function formatYear(decimal: string, language: string): string {
  return write(decimal, language, { useGrouping: false });
}

/**
 * An amount of money: "$16.56 million", "$16.56M", "$16,560,000". Below a million all three are written in full.
 *
 * @param currency an ISO 4217 code
 */
export function formatCurrency(
  decimal: string,
  length: 'long' | 'short' | 'full',
  {
    currency,
    decimals,
    language,
  }: { readonly currency: string; readonly decimals: number | undefined; readonly language: string },
): string {
  const money = { style: 'currency', currency } as const;
  const [whole = ''] = decimal.replace('-', '').split('.');
  if (length === 'full' || whole.length < 7) {
    // Cents stand both or not at all.
    const cents: Digits = decimals === undefined ? { trailingZeroDisplay: 'stripIfInteger' } : digits(decimals, 0);
    return write(decimal, language, { ...money, ...cents });
  }
  if (length === 'short') {
    return write(decimal, language, { ...money, notation: 'compact', compactDisplay: 'short', ...digits(decimals, 2) });
  }
  // ICU writes compact money short even where the long form is asked for: so the long number is set where the
  // currency's own pattern has its number.
  const number = write(decimal.replace('-', ''), language, {
    notation: 'compact',
    compactDisplay: 'long',
    ...digits(decimals, 2),
  });
  const pattern = new Intl.NumberFormat(language, { ...money, maximumFractionDigits: 0 });
  return pattern
    .formatToParts(decimal.startsWith('-') ? -1 : 1)
    .map(({ type, value }) => (type === 'integer' ? number : type === 'minusSign' ? '−' : value))
    .join('');
}

/** The number as it is rounded for print, in plain digits: "9", "8.8". */
export function roundedDecimal(decimal: string, decimals: number | undefined, most: number): string {
  return plain(decimal, 'en', { useGrouping: false, ...digits(decimals, most) });
}
