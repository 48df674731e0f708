/**
 * The finisher: makes the print of a page, as Chromium writes it, into a document that passes PDF/UA-1 and PDF/A-3a. A
 * library of its own, which README.md describes: it knows nothing of editions, and needs nothing but Node.
 */
export type { Attachment } from './attachment.ts';
export type { Box } from './content/box.ts';
export type { DocumentProperties } from './document-properties.ts';
export { finishPdf } from './finish-pdf.ts';
export { type FinishedPrint, finishPrint, type PrintFacts } from './finish-print.ts';
export { type Carried, carryIdentities } from './identity/carry-identities.ts';
export type { Identities, Identity } from './identity/identity.ts';
export { countPages } from './pages/count-pages.ts';
export type { LaidText } from './text/laid-text.ts';
