/**
 * A date in words, to the precision that it is written in: "May 24, 2021", "May 2021", "2021". Text that is no date
 * stays as it is.
 *
 * @param text a year, a month or a day of ISO 8601
 */
export function formatDate(text: string, language: string): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text);
  if (!match) return text;
  const [, year, month, day] = match;
  const date = new Date(`${year}-${month ?? '01'}-${day ?? '01'}T00:00:00Z`);
  // A day that its month does not have is invalid in some engines and the next month's in others.
  if (Number.isNaN(date.valueOf()) || (day !== undefined && date.getUTCDate() !== Number(day))) return text;
  const precision = day !== undefined ? 'day' : month !== undefined ? 'month' : 'year';
  return formatOf(language, precision).format(date);
}

/** Making a format takes a hundred times as long as using it, and an edition has hundreds of dates. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(language: string, precision: 'day' | 'month' | 'year'): Intl.DateTimeFormat {
  const key = `${language} ${precision}`;
  const format =
    formats.get(key) ??
    new Intl.DateTimeFormat(language, {
      timeZone: 'UTC',
      calendar: 'gregory',
      year: 'numeric',
      ...(precision !== 'year' && { month: 'long' }),
      ...(precision === 'day' && { day: 'numeric' }),
    });
  formats.set(key, format);
  return format;
}
