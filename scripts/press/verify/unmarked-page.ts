import type { OpenPdf } from './pdfium.ts';

/** The kind of a form XObject in pdfium's fpdf_edit.h. */
const formType = 5;

/** The first page that paints what stands in no marked content, neither tagged nor an artifact; undefined where none does. */
export function unmarkedPage({ pdfium, document }: OpenPdf): number | undefined {
  const isMarked = (object: number): boolean => {
    if (pdfium.FPDFPageObj_CountMarks(object) > 0) return true;
    if (pdfium.FPDFPageObj_GetType(object) !== formType) return false;
    const count = pdfium.FPDFFormObj_CountObjects(object);
    return all(count, (index) => isMarked(pdfium.FPDFFormObj_GetObject(object, index)));
  };
  const pages = pdfium.FPDF_GetPageCount(document);
  for (let index = 0; index < pages; index += 1) {
    const page = pdfium.FPDF_LoadPage(document, index);
    const count = pdfium.FPDFPage_CountObjects(page);
    const isWhole = all(count, (at) => isMarked(pdfium.FPDFPage_GetObject(page, at)));
    pdfium.FPDF_ClosePage(page);
    if (!isWhole) return index + 1;
  }
  return undefined;
}

function all(count: number, holds: (index: number) => boolean): boolean {
  for (let index = 0; index < count; index += 1) if (!holds(index)) return false;
  return true;
}
