import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';

/** A font of a PDF, with the first page that can use it. */
export interface PdfFont {
  /** As the PDF names it, with its subset prefix: "AAAAAA+SourceSerif4-Regular". */
  readonly name: string;
  readonly kind: 'embedded' | 'not embedded' | 'drawings';
  readonly page: number;
}

/** Every font that a page, or a form XObject or a pattern on it, has among its resources (ISO 32000-1, 7.8.3). */
export function fontsOfPages(document: PDFDocument): readonly PdfFont[] {
  const fonts: PdfFont[] = [];
  const seen = new Set<PDFDict>();
  for (const [index, page] of document.getPages().entries()) {
    const visit = (resources: PDFDict | undefined): void => {
      if (!resources || seen.has(resources)) return;
      seen.add(resources);
      for (const font of partsOf(resources, 'Font')) {
        if (seen.has(font)) continue;
        seen.add(font);
        fonts.push({ ...describe(font), page: index + 1 });
        // The glyphs of a Type 3 font are content streams, which may use fonts in turn.
        visit(dictionary(font, 'Resources'));
      }
      for (const kind of ['XObject', 'Pattern']) {
        for (const part of partsOf(resources, kind)) visit(dictionary(part, 'Resources'));
      }
    };
    visit(page.node.Resources());
  }
  return fonts;
}

function partsOf(resources: PDFDict, kind: string): readonly PDFDict[] {
  return (dictionary(resources, kind)?.entries() ?? []).flatMap(([, value]) => {
    const part = value instanceof PDFRef ? resources.context.lookup(value) : value;
    if (part instanceof PDFStream) return [part.dict];
    return part instanceof PDFDict ? [part] : [];
  });
}

/** ISO 32000-1, 9.6 to 9.8: a composite font's descriptor stands with the font that it is composed of. */
function describe(font: PDFDict): Omit<PdfFont, 'page'> {
  const descendants = font.lookup(PDFName.of('DescendantFonts'));
  const inner = descendants instanceof PDFArray ? descendants.lookup(0) : font;
  const descriptor = inner instanceof PDFDict ? dictionary(inner, 'FontDescriptor') : undefined;
  const name = nameIn(font, 'BaseFont') ?? (descriptor && nameIn(descriptor, 'FontName')) ?? '';
  if (nameIn(font, 'Subtype') === 'Type3') return { name, kind: 'drawings' };
  const embedded = ['FontFile', 'FontFile2', 'FontFile3'].some((key) => descriptor?.has(PDFName.of(key)));
  return { name, kind: embedded ? 'embedded' : 'not embedded' };
}

function dictionary(owner: PDFDict, key: string): PDFDict | undefined {
  const value = owner.lookup(PDFName.of(key));
  return value instanceof PDFDict ? value : undefined;
}

function nameIn(owner: PDFDict, key: string): string | undefined {
  const value = owner.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : undefined;
}
