import { PDFDocument } from '@cantoo/pdf-lib';
import type { DocumentProperties } from './document-properties.ts';
import { numberTags } from './number-tags.ts';
import { setProperties } from './set-properties.ts';
import { makeRoomForId, stampId } from './stamp-id.ts';

/**
 * Makes a print into a document: it gets its properties, and loses every trace of the machine and the time that it
 * was printed on. Two prints of one page, finished with the same properties, are the same bytes.
 *
 * @param print as it came from the browser. It is edited in place: copying or merging pages loses the tags
 * @throws Error when the print cannot be read or written, with the reason as its cause
 */
export async function finishPdf(print: Uint8Array, properties: DocumentProperties): Promise<Uint8Array> {
  try {
    const document = await PDFDocument.load(print, { updateMetadata: false, throwOnInvalidObject: true });
    setProperties(document, properties);
    numberTags(document.context, document.catalog);
    makeRoomForId(document);
    const pdf = await document.save({ rewrite: true, addDefaultPage: false, updateFieldAppearances: false });
    stampId(pdf);
    return pdf;
  } catch (cause) {
    throw new Error(`Finishing the PDF of "${properties.title}" failed: the browser's print could not be edited`, {
      cause,
    });
  }
}
