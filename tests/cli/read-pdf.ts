import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import { readDrawn } from '../../scripts/press/verify/drawn.ts';
import { readTags } from '../../scripts/press/verify/pdf-tags.ts';
import { openPdf } from '../../scripts/press/verify/pdfium.ts';

/** The text of each page as pdfium extracts it. */
export async function textOfPages(pdf: Uint8Array): Promise<readonly string[]> {
  await using open = await openPdf(pdf);
  const { pdfium, document } = open;
  return Array.from({ length: pdfium.FPDF_GetPageCount(document) }, (_, index) => {
    const page = pdfium.FPDF_LoadPage(document, index);
    const text = pdfium.FPDFText_LoadPage(page);
    const codes = Array.from({ length: pdfium.FPDFText_CountChars(text) }, (_, at) =>
      pdfium.FPDFText_GetUnicode(text, at),
    );
    pdfium.FPDFText_ClosePage(text);
    pdfium.FPDF_ClosePage(page);
    return String.fromCodePoint(...codes.filter((code) => code > 0));
  });
}

/** The outline, a line an entry, indented by its level. */
export async function outlineOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(pdf);
  const lines: string[] = [];
  const walk = (parent: PDFDict | undefined, level: number): void => {
    let entry = parent?.lookupMaybe(PDFName.of('First'), PDFDict);
    while (entry) {
      const title = entry.lookup(PDFName.of('Title'), PDFString, PDFHexString).decodeText();
      lines.push(`${'  '.repeat(level)}${title}`);
      walk(entry, level + 1);
      entry = entry.lookupMaybe(PDFName.of('Next'), PDFDict);
    }
  };
  walk(document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict), 0);
  return lines;
}

/** The tagged text of a PDF in the order of its tags, with single spaces. */
export async function taggedText(pdf: Uint8Array): Promise<string> {
  const document = await PDFDocument.load(pdf);
  await using open = await openPdf(pdf);
  const byMark = Map.groupBy(readDrawn(open, document).texts, ({ mark }) => mark);
  const texts = readTags(document).marks.flatMap((mark) => byMark.get(mark) ?? []);
  return texts
    .map(({ text }) => text)
    .join('')
    .replace(/\s+/g, ' ');
}

/** The alternative texts of a PDF's tags. */
export async function alternativesOf(pdf: Uint8Array): Promise<readonly string[]> {
  const document = await PDFDocument.load(pdf);
  return document.context.enumerateIndirectObjects().flatMap(([, object]) => {
    const text = object instanceof PDFDict ? object.lookupMaybe(PDFName.of('Alt'), PDFString, PDFHexString) : undefined;
    return text ? [text.decodeText()] : [];
  });
}
