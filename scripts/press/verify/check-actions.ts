import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { addressFault } from '../read/schemas/address.ts';

/** What an action can do but lead within the document or to an address (ISO 32000-2, table 201). */
const refused: ReadonlySet<string> = new Set([
  ...['GoToR', 'GoToE', 'GoToDp', 'Launch', 'Thread', 'Sound', 'Movie', 'Hide', 'Named', 'SubmitForm', 'ResetForm'],
  ...['ImportData', 'SetOCGState', 'Rendition', 'Trans', 'GoTo3DView', 'JavaScript', 'RichMediaExecute'],
]);

/** Keys that have something run, be sent or be opened, wherever they stand. */
const active: ReadonlySet<string> = new Set([
  'AA',
  'OpenAction',
  'JavaScript',
  'JS',
  'AcroForm',
  'XFA',
  'RichMediaContent',
]);

/**
 * Makes sure that nothing in a PDF leads anywhere but within it, to the web or to mail. It looks at every object of the file, also
 * at those that nothing refers to.
 *
 * @param placeOf where the link to an address was written
 * @throws Error for an action of another kind: it can only come from a fault of ours
 */
export function checkActions(document: PDFDocument, placeOf: (address: string) => Place, report: Report): void {
  // Its keys are the names of headings.
  const destinations = document.catalog.lookup(PDFName.of('Dests'));
  for (const [, object] of document.context.enumerateIndirectObjects()) {
    for (const entries of dictionariesIn(object)) {
      if (entries === destinations) continue;
      const kind = entries.get(PDFName.of('S'));
      if (kind instanceof PDFName && refused.has(kind.decodeText()))
        throw fault(`an action of the kind ${kind.decodeText()}`);
      const key = entries.keys().find((name) => active.has(name.decodeText()));
      if (key) throw fault(`"${key.decodeText()}"`);
      const address = entries.has(PDFName.of('URI')) ? addressIn(entries.lookup(PDFName.of('URI'))) : undefined;
      if (address !== undefined) checkAddress(address, placeOf, report);
    }
  }
}

/** The address of an action; the base of all addresses of a file stands under the same key, as a dictionary. */
function addressIn(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return value.decodeText();
  throw fault('an address that is no text');
}

function checkAddress(address: string, placeOf: (address: string) => Place, report: Report): void {
  const cure = addressFault(address, 'web or mail');
  if (cure === undefined) return;
  report({
    rule: 'link-target',
    place: placeOf(address),
    message: `the PDF has a link to "${address}", which no reader should follow`,
    cure,
  });
}

/** A dictionary and those within it, up to what it refers to. */
function* dictionariesIn(object: PDFObject): Generator<PDFDict> {
  if (object instanceof PDFStream) yield* dictionariesIn(object.dict);
  else if (object instanceof PDFArray) for (const entry of object.asArray()) yield* dictionariesIn(entry);
  else if (object instanceof PDFDict) {
    yield object;
    for (const entry of object.values()) yield* dictionariesIn(entry);
  }
}

function fault(what: string): Error {
  return new Error(
    `Verifying the PDF: it has ${what}, which nothing in a factsheet may have; tell those who maintain the press`,
  );
}
