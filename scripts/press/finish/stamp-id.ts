import { createHash } from 'node:crypto';
import { type PDFDocument, PDFHexString } from '@cantoo/pdf-lib';

const blank = '0'.repeat(32);
const blankId = PDFHexString.of(blank);

/** Gives a document the room for an id in its trailer (ISO 32000-1, 14.4), to be filled by `stampId` when it is written. */
export function makeRoomForId(document: PDFDocument): void {
  document.context.trailerInfo.ID = document.context.obj([blankId, blankId]);
}

/**
 * Fills the id's room with a digest of all the other bytes: the same content has the same id, any other another.
 *
 * @param pdf a file that was written from a document with room for its id; it is changed
 * @throws Error when the file has no such room
 */
export function stampId(pdf: Uint8Array): void {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength);
  const second = bytes.lastIndexOf(`<${blank}>`);
  const first = bytes.lastIndexOf(`<${blank}>`, second - 1);
  if (first === -1 || second === -1) throw new Error('Finishing the PDF: its trailer was written without an id');
  const id = createHash('sha256').update(pdf).digest('hex').slice(0, blank.length);
  bytes.write(id, first + 1, 'latin1');
  bytes.write(id, second + 1, 'latin1');
}
