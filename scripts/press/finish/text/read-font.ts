import { inflated, isDictionary, isReference, isStream, type PdfObject } from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { fontName } from './font-name.ts';
import { parseToUnicode, type ToUnicode } from './to-unicode.ts';

/** A font as far as it tells what its codes mean. */
export interface Font {
  readonly name: string;
  /** Bytes of a code: two in a composite font, of which Chromium writes only those with the encoding Identity-H. */
  readonly width: 1 | 2;
  readonly texts: ToUnicode;
  /** Codes with texts that only those who made the font understand: of private use, or nothing at all. */
  readonly obscure: ReadonlySet<number>;
  /** The number of the object with its ToUnicode table; undefined where it has none. */
  readonly table: number | undefined;
  /** The code of a space; undefined where the font has none. */
  readonly space: number | undefined;
}

/** Reads a font's dictionary (ISO 32000-1, 9.6 and 9.7); undefined where there is none. */
export function readFont(pdf: PdfFile, entries: PdfObject): Font | undefined {
  if (!isDictionary(entries)) return undefined;
  const reference = entries.get('ToUnicode');
  const stream = pdf.resolve(reference);
  const texts: ToUnicode = isStream(stream) ? parseToUnicode(inflated(stream)) : new Map();
  const [space] = [...texts].find(([, text]) => text === ' ') ?? [];
  return {
    name: fontName(pdf, entries),
    width: entries.get('Subtype') === '/Type0' ? 2 : 1,
    texts,
    obscure: obscureCodes(texts),
    table: isReference(reference) ? reference.number : undefined,
    space,
  };
}

/** Private use, or what no glyph may stand for (ISO 19005-3, 6.2.11.7.2 and 6.2.11.7.3). */
const obscure = /^$|[\p{Co}\0\uFEFF\uFFFE]/u;

function obscureCodes(texts: ToUnicode): ReadonlySet<number> {
  const codes = new Set<number>();
  for (const [code, text] of texts) if (obscure.test(text)) codes.add(code);
  return codes;
}
