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
  return new Intl.DateTimeFormat(language, {
    timeZone: 'UTC',
    calendar: 'gregory',
    year: 'numeric',
    ...(month !== undefined && { month: 'long' }),
    ...(day !== undefined && { day: 'numeric' }),
  }).format(date);
}
