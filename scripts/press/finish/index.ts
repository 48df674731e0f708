/**
 * The finisher: makes the print of a page, as Chromium writes it, into a document that passes PDF/UA-1 and PDF/A-3a. A
 * library of its own, which README.md describes: it knows nothing of editions, and needs nothing but Node.
 */

export type { Box } from './content/geometry.ts';
export { countPages } from './content/pages.ts';
export type { Attachment } from './document/attachments.ts';
export type { DocumentProperties } from './document/properties.ts';
export type { LaidText } from './finish-pdf.ts';
export { type FinishedPrint, finishPdf, finishPrint, type PrintContext } from './finish-pdf.ts';
export type { Identities, Identity } from './identity/identities.ts';
export { type Carried, carryIdentities } from './identity/identities.ts';
