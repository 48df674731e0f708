import { type Dictionary, dictionary, type PdfObject, type PdfString } from './objects.ts';

/** A text string (ISO 32000-1, 7.9.2.2): plain letters as they are, anything else in UTF-16 with its mark. */
export function textString(text: string): PdfString {
  if (/^[\n\r\t\x20-\x7e]*$/.test(text)) return { kind: 'string', bytes: text };
  let bytes = '\xfe\xff';
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    bytes += String.fromCharCode(unit >> 8, unit & 0xff);
  }
  return { kind: 'string', bytes };
}

/** The text of a text string. PDFDocEncoding is read as Latin-1, from which it differs in characters that Chromium never writes so. */
export function decodeText({ bytes }: PdfString): string {
  if (bytes.startsWith('\xfe\xff')) return decodeUtf16(bytes.slice(2));
  if (bytes.startsWith('\xef\xbb\xbf')) return Buffer.from(bytes.slice(3), 'latin1').toString('utf8');
  return bytes;
}

function decodeUtf16(bytes: string): string {
  let text = '';
  for (let i = 0; i + 1 < bytes.length; i += 2) {
    text += String.fromCharCode((bytes.charCodeAt(i) << 8) | bytes.charCodeAt(i + 1));
  }
  return text;
}

/** A date (ISO 32000-1, 7.9.4), in UTC. @throws Error for a year that has not four digits */
export function dateString(date: Date): PdfString {
  return { kind: 'string', bytes: `D:${isoInstant(date).replace(/[-T:]/g, '')}` };
}

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

/**
 * A name tree of one node (ISO 32000-1, 7.9.6), sorted by the bytes of its names.
 *
 * @throws Error when two of them have one name
 */
export function nameTree(entries: Iterable<readonly [name: string, value: PdfObject]>): Dictionary {
  const named = Array.from(entries, ([name, value]) => ({ name: textString(name), value }));
  const sorted = named.toSorted((one, other) => (one.name.bytes < other.name.bytes ? -1 : 1));
  const twice = sorted.find(({ name }, index) => name.bytes === sorted[index + 1]?.name.bytes);
  if (twice) throw new Error(`two objects have the name "${twice.name.bytes}"`);
  return dictionary({ Names: sorted.flatMap(({ name, value }) => [name, value]) });
}
