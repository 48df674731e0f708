import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { DrawnText } from './drawn.ts';
import { type PlaceOfText, quoteWords } from './page-text.ts';

/** A font of a PDF, with the first page that can use it. */
interface PdfFont {
  /** As the PDF names it, with its subset prefix: "AAAAAA+SourceSerif4-Regular". */
  readonly name: string;
  readonly kind: 'embedded' | 'not embedded' | 'drawings';
  readonly page: number;
}

/**
 * Reports fonts that are not of the series, are not embedded, or are made of drawings (Type 3: what Chromium makes of
 * emoji, of variable fonts, and of a bold that it has to feign): each once, with the first text that it draws.
 *
 * @param drawn the text of the pages
 * @param families of the series, as CSS names them
 */
export function checkDrawnFonts(
  document: PDFDocument,
  drawn: readonly DrawnText[],
  families: readonly string[],
  placeOf: PlaceOfText,
  report: Report,
): void {
  const choice = new Intl.ListFormat('en', { type: 'disjunction' }).format(families);
  for (const font of fontsOfPages(document)) {
    const isOfSeries = familyOfFont(font.name, families) !== undefined;
    if (font.kind === 'embedded' && isOfSeries) continue;
    const name = `"${baseName(font.name) || 'without a name'}"`;
    const use = drawn.find(({ font: drawing, text }) => drawing === drawingName(font) && text.trim() !== '');
    const words = use ? `${quoteWords(use.text)} on page ${use.page}` : `a blank on page ${font.page}`;
    report({ rule: 'font-wrong', place: placeOf(use), ...faultOf(font, isOfSeries, name, words, choice) });
  }
}

/** The name that the drawn text knows a font by: pdfium has none for a font that is made of drawings. */
function drawingName({ kind, name }: PdfFont): string {
  return kind === 'drawings' ? '' : name;
}

function faultOf(
  { kind }: PdfFont,
  isOfSeries: boolean,
  name: string,
  words: string,
  choice: string,
): { readonly message: string; readonly cure: string } {
  if (!isOfSeries) {
    return {
      message: `${words} is set in the font ${name}, which is not of the series`,
      cure: `set it in ${choice}, or use characters that they have`,
    };
  }
  if (kind === 'drawings') {
    return {
      message: `${words} is not set in a face of the font ${name} but in drawings made from another face of it`,
      cure: 'add the weight and style that it needs to the fonts in styles/tokens.yaml, or set it in one that is there',
    };
  }
  return {
    message: `${words} is set in the font ${name}, which the PDF does not contain`,
    cure: `set it in a face of ${choice} that styles/tokens.yaml names`,
  };
}

/** Every font that a page, or a form XObject or a pattern on it, has among its resources (ISO 32000-1, 7.8.3). */
export function fontsOfPages(document: PDFDocument): readonly PdfFont[] {
  const fonts: PdfFont[] = [];
  const visited = new Set<PDFDict>();
  for (const [index, page] of document.getPages().entries()) {
    const visit = (resources: PDFDict | undefined): void => {
      if (!resources || visited.has(resources)) return;
      visited.add(resources);
      for (const font of partsOf(resources, 'Font')) {
        if (visited.has(font)) continue;
        visited.add(font);
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

/** What a PostScript name adds to the family's: the face. Static files cut from a variable font add its default, too. */
const faceWords =
  /^(Thin|Hairline|Extra|Ultra|Semi|Demi|Light|Normal|Regular|Roman|Book|Medium|Bold|Black|Heavy|Italic|Oblique|It|-)*$/i;

/**
 * The family that a font's name in a PDF belongs to; undefined when it is none of the given.
 *
 * @param name with or without its subset prefix (ISO 32000-1, 9.6.4): "AAAAAA+SourceSans3ExtraLight-SemiBold"
 * @param families as CSS names them: "Source Sans 3"
 */
export function familyOfFont(name: string, families: readonly string[]): string | undefined {
  const plain = baseName(name);
  return families.find((family) => {
    const start = family.replace(/\s+/g, '');
    return plain.toLowerCase().startsWith(start.toLowerCase()) && faceWords.test(plain.slice(start.length));
  });
}

/** A font's name without its subset prefix. */
function baseName(name: string): string {
  return name.replace(/^[A-Z]{6}\+/, '');
}
