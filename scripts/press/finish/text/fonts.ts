import type { Page } from '../content/pages.ts';
import {
  type Dictionary,
  deflated,
  inflated,
  isDictionary,
  isName,
  isReference,
  isStream,
  type PdfObject,
} from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { mendToUnicode, parseToUnicode, type ToUnicode, withTexts } from './to-unicode.ts';

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

/** What glyphs of fonts stand for, by their codes, where a font's ToUnicode table has another text. */
export type GlyphTexts = ReadonlyMap<Font, ReadonlyMap<number, string>>;

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

/** What a font is called in messages: its own name, or that of its descriptor, since a Type 3 font has none. */
function fontName(pdf: PdfFile, font: Dictionary): string {
  const descriptor = pdf.resolve(font.get('FontDescriptor'));
  const name = font.get('BaseFont') ?? (isDictionary(descriptor) ? descriptor.get('FontName') : undefined);
  return isName(name) ? name.slice(1) : 'without a name';
}

/**
 * Mends the fonts of all pages as far as the standards ask for it (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11).
 *
 * @param texts what glyphs are to stand for, where their font says another thing
 * @throws Error that names a font that is not embedded, or that does not say what its glyphs mean
 */
export function mendFonts(pdf: PdfFile, pages: readonly Page[], texts: GlyphTexts): void {
  const byTable = new Map([...texts].map(([font, ofGlyphs]) => [font.table, { font, ofGlyphs }]));
  for (const font of fontsOf(pdf, pages)) {
    const name = fontName(pdf, font);
    if (!isEmbedded(pdf, font)) throw new Error(`the font "${name}" is not in the print`);
    const reference = font.get('ToUnicode');
    const table = pdf.resolve(reference);
    if (!isReference(reference) || !isStream(table))
      throw new Error(`the font "${name}" does not say what its glyphs mean`);
    const settled = byTable.get(reference.number);
    const before = settled ? withTexts(settled.font, settled.ofGlyphs) : inflated(table);
    const mended = mendToUnicode(before) ?? (settled && before);
    if (mended) pdf.replace(reference, deflated(mended, {}));
  }
}

/** Every font that a page, or a form XObject or a pattern on it, has among its resources (ISO 32000-1, 7.8.3). */
function fontsOf(pdf: PdfFile, pages: readonly Page[]): ReadonlySet<Dictionary> {
  const fonts = new Set<Dictionary>();
  const visited = new Set<PdfObject>();
  const visit = (object: PdfObject | undefined): void => {
    const resources = pdf.resolve(object);
    if (!isDictionary(resources) || visited.has(resources)) return;
    visited.add(resources);
    for (const font of partsOf(pdf, resources, 'Font')) {
      if (!isDictionary(font) || fonts.has(font)) continue;
      fonts.add(font);
      // The glyphs of a Type 3 font are content streams, which may use fonts in turn.
      visit(font.get('Resources'));
    }
    for (const kind of ['XObject', 'Pattern']) {
      for (const part of partsOf(pdf, resources, kind)) if (isStream(part)) visit(part.dictionary.get('Resources'));
    }
  };
  for (const { entries } of pages) visit(entries.get('Resources'));
  return fonts;
}

function partsOf(pdf: PdfFile, resources: Dictionary, kind: string): readonly PdfObject[] {
  const parts = pdf.resolve(resources.get(kind));
  return isDictionary(parts) ? [...parts.values()].map((part) => pdf.resolve(part)) : [];
}

/** A Type 3 font is made of drawings, which are in the file. A composite font's program stands with the one that it is composed of. */
function isEmbedded(pdf: PdfFile, font: Dictionary): boolean {
  if (font.get('Subtype') === '/Type3') return true;
  const descendants = pdf.resolve(font.get('DescendantFonts'));
  const inner = Array.isArray(descendants) ? pdf.resolve(descendants[0]) : font;
  const descriptor = isDictionary(inner) ? pdf.resolve(inner.get('FontDescriptor')) : null;
  return isDictionary(descriptor) && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key));
}
