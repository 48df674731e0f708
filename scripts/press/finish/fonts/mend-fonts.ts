import type { Page } from '../content/pages.ts';
import {
  type Dictionary,
  deflated,
  inflated,
  isDictionary,
  isReference,
  isStream,
  type PdfObject,
} from '../file/objects.ts';
import type { PdfFile } from '../file/pdf-file.ts';
import { fontName } from '../text/font-name.ts';
import { mendToUnicode } from './mend-to-unicode.ts';
import type { SettledGlyphs } from './settle-glyphs.ts';
import { withTexts } from './with-texts.ts';

/**
 * Mends the fonts of all pages as far as the standards ask for it (ISO 14289-1, 7.21; ISO 19005-3, 6.2.11).
 *
 * @param texts what glyphs are to stand for, where their font says another thing
 *
 * @throws Error that names a font that is not embedded, or that does not say what its glyphs mean
 */
export function mendFonts(pdf: PdfFile, pages: readonly Page[], texts: SettledGlyphs['texts']): void {
  const byTable = new Map([...texts].map(([font, ofGlyphs]) => [font.table, { font, ofGlyphs }]));
  for (const font of fontsOf(pdf, pages)) {
    const name = fontName(pdf, font);
    if (!isEmbedded(pdf, font)) throw new Error(`the font "${name}" is not in the print`);
    const reference = font.get('ToUnicode');
    const table = pdf.resolve(reference);
    if (!isReference(reference) || !isStream(table))
      throw new Error(`the font "${name}" does not say what its glyphs mean`);
    const settled = byTable.get(reference.number);
    const said = settled ? withTexts(settled.font, settled.ofGlyphs) : inflated(table);
    const mended = mendToUnicode(said) ?? (settled && said);
    if (mended) pdf.replace(reference, deflated(mended, {}));
  }
}

/** Every font that a page, or a form XObject or a pattern on it, has among its resources (ISO 32000-1, 7.8.3). */
function fontsOf(pdf: PdfFile, pages: readonly Page[]): ReadonlySet<Dictionary> {
  const fonts = new Set<Dictionary>();
  const seen = new Set<PdfObject>();
  const visit = (object: PdfObject | undefined): void => {
    const resources = pdf.resolve(object);
    if (!isDictionary(resources) || seen.has(resources)) return;
    seen.add(resources);
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
