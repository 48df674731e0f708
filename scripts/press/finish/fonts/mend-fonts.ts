import type { Draft } from '../file/draft.ts';
import { deflated, inflated } from '../file/flate.ts';
import { type Dictionary, isDictionary, isReference, isStream, type PdfObject } from '../file/objects.ts';
import type { Page } from '../pages/page-stream.ts';
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
export function mendFonts(draft: Draft, pages: readonly Page[], texts: SettledGlyphs['texts']): void {
  const byTable = new Map([...texts].map(([font, ofGlyphs]) => [font.table, { font, ofGlyphs }]));
  for (const font of fontsOf(draft, pages)) {
    const name = fontName(draft, font);
    if (!isEmbedded(draft, font)) throw new Error(`the font "${name}" is not in the print`);
    const reference = font.get('ToUnicode');
    const table = draft.resolve(reference);
    if (!isReference(reference) || !isStream(table))
      throw new Error(`the font "${name}" does not say what its glyphs mean`);
    const settled = byTable.get(reference.number);
    const said = settled ? withTexts(settled.font, settled.ofGlyphs) : inflated(table);
    const mended = mendToUnicode(said) ?? (settled && said);
    if (mended) draft.replace(reference, deflated(mended, {}));
  }
}

/** Every font that a page, or a form XObject or a pattern on it, has among its resources (ISO 32000-1, 7.8.3). */
function fontsOf(draft: Draft, pages: readonly Page[]): ReadonlySet<Dictionary> {
  const fonts = new Set<Dictionary>();
  const seen = new Set<PdfObject>();
  const visit = (object: PdfObject | undefined): void => {
    const resources = draft.resolve(object);
    if (!isDictionary(resources) || seen.has(resources)) return;
    seen.add(resources);
    for (const font of partsOf(draft, resources, 'Font')) {
      if (!isDictionary(font) || fonts.has(font)) continue;
      fonts.add(font);
      // The glyphs of a Type 3 font are content streams, which may use fonts in turn.
      visit(font.get('Resources'));
    }
    for (const kind of ['XObject', 'Pattern']) {
      for (const part of partsOf(draft, resources, kind)) if (isStream(part)) visit(part.dictionary.get('Resources'));
    }
  };
  for (const { entries } of pages) visit(entries.get('Resources'));
  return fonts;
}

function partsOf(draft: Draft, resources: Dictionary, kind: string): readonly PdfObject[] {
  const parts = draft.resolve(resources.get(kind));
  return isDictionary(parts) ? [...parts.values()].map((part) => draft.resolve(part)) : [];
}

/** A Type 3 font is made of drawings, which are in the file. A composite font's program stands with the one that it is composed of. */
function isEmbedded(draft: Draft, font: Dictionary): boolean {
  if (font.get('Subtype') === '/Type3') return true;
  const descendants = draft.resolve(font.get('DescendantFonts'));
  const inner = Array.isArray(descendants) ? draft.resolve(descendants[0]) : font;
  const descriptor = isDictionary(inner) ? draft.resolve(inner.get('FontDescriptor')) : null;
  return isDictionary(descriptor) && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor.has(key));
}
