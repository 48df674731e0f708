import type { OpenPdf } from './pdfium.ts';

/** A file within a PDF, as a reader's program takes it out. */
export interface HeldFile {
  readonly name: string;
  readonly mediaType: string;
  readonly description: string;
  /** Undefined where it cannot be unpacked. */
  readonly bytes: Uint8Array | undefined;
}

/** The files within a PDF, in the order of their names. */
export function readAttachments({ pdfium, document, wideText, bytes }: OpenPdf): readonly HeldFile[] {
  return Array.from({ length: pdfium.FPDFDoc_GetAttachmentCount(document) }, (_, index) => {
    const file = pdfium.FPDFDoc_GetAttachment(document, index);
    return {
      name: wideText((room, size) => pdfium.FPDFAttachment_GetName(file, room, size)),
      mediaType: wideText((room, size) => pdfium.FPDFAttachment_GetSubtype(file, room, size)),
      description: wideText((room, size) => pdfium.EPDFAttachment_GetDescription(file, room, size)),
      bytes: bytes((room, size, count) => pdfium.FPDFAttachment_GetFile(file, room, size, count)),
    };
  });
}
