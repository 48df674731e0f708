import { PDFArray, PDFDict, type PDFDocument, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import type { Attachment } from '../finish/index.ts';
import type { OpenPdf } from './pdfium.ts';

/**
 * Reports files that the PDF was to hold and does not, or not as they were given, and files that nobody gave it.
 *
 * @param held what a reader's program finds in it
 * @param related for each file that the document calls its own, what that is to it: "Data" (ISO 19005-3, 6.8)
 */
export function checkAttachments(
  given: readonly Attachment[],
  held: readonly HeldFile[],
  related: ReadonlyMap<string, string>,
  place: Place,
  report: Report,
): void {
  const reportLost = (message: string): void =>
    report({
      rule: 'attachment-lost',
      place,
      message,
      cure: 'build again; if this message comes back, send it to those who maintain the press',
    });
  for (const { name, mediaType, description, relationship, bytes } of given) {
    const file = held.find((one) => one.name === name);
    if (!file) reportLost(`the file "${name}" is not attached to the PDF`);
    else if (!file.bytes || Buffer.compare(file.bytes, bytes) !== 0)
      reportLost(`the attached file "${name}" is not what was attached`);
    else if (file.mediaType !== mediaType || file.description !== description || related.get(name) !== relationship)
      reportLost(`the PDF does not say what the attached file "${name}" is`);
  }
  for (const { name } of held) {
    if (!given.some((one) => one.name === name)) reportLost(`the PDF holds a file "${name}", which nobody attached`);
  }
}

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

/** The files that a document calls its own, each by its name with what it is to it (ISO 19005-3, 6.8). */
export function relatedFiles({ catalog, context }: PDFDocument): ReadonlyMap<string, string> {
  const related = catalog.lookup(PDFName.of('AF'));
  if (!(related instanceof PDFArray)) return new Map();
  return new Map(
    related.asArray().flatMap((reference): readonly (readonly [string, string])[] => {
      const file = context.lookup(reference);
      const name = file instanceof PDFDict ? file.lookup(PDFName.of('UF')) : undefined;
      const relationship = file instanceof PDFDict ? file.lookup(PDFName.of('AFRelationship')) : undefined;
      const isNamed = name instanceof PDFString || name instanceof PDFHexString;
      return isNamed && relationship instanceof PDFName ? [[name.decodeText(), relationship.decodeText()]] : [];
    }),
  );
}
