import { type PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { cleanPicture } from '../read/picture/clean-picture.ts';

/**
 * Reports photographs in the PDF that hold more than what draws them. The browser takes a JPEG over byte for byte. Those of
 * images/ were cleaned when they were read; one that stands in a template or a stylesheet as a data: address was not.
 */
export function checkPictures(document: PDFDocument, place: Place, report: Report): void {
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream) || object.dict.get(PDFName.of('Filter')) !== PDFName.of('DCTDecode'))
      continue;
    const picture = cleanPicture(object.contents);
    if (picture.kind !== 'refused' && picture.removed.length === 0) continue;
    const held = picture.kind === 'refused' ? ['what cannot be read'] : picture.removed;
    report({
      rule: 'image-unclean',
      place,
      message: `a photograph in the PDF that is none of images/ holds ${new Intl.ListFormat('en').format(held)}`,
      cure: 'find it as data: in a template or a stylesheet, and put it in anew, exported without metadata',
    });
  }
}
