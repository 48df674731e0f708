/**
 * An instant in UTC to the second, as ISO 8601 writes it: "2026-03-01T12:00:00Z".
 *
 * @throws Error for a year that has not four digits, which neither a PDF nor XMP can say
 */
export function isoInstant(date: Date): string {
  const written = date.toISOString();
  if (!/^\d{4}-/.test(written)) throw new Error(`${written} is no date for a PDF: its year has not four digits`);
  return `${written.slice(0, 19)}Z`;
}
