import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';

/** Where a link leads: an address, or a destination by its name; `nowhere` for a destination that is on no page. */
export type LinkTarget =
  | { readonly kind: 'address'; readonly address: string }
  | { readonly kind: 'inside'; readonly name: string }
  | { readonly kind: 'nowhere' };

/** Reads where annotations of a document lead (ISO 32000-1, 12.3.2, 12.5.6.5 and 12.6.4). */
export function linkTargets(document: PDFDocument): (annotation: PDFDict) => LinkTarget {
  const pages = new Set(document.getPages().map(({ ref }) => ref.toString()));
  const dictionary = document.catalog.lookup(PDFName.of('Dests'));
  return (annotation) => {
    const action = annotation.lookup(PDFName.of('A'));
    if (action instanceof PDFDict && action.get(PDFName.of('S')) === PDFName.of('URI')) {
      const address = action.lookup(PDFName.of('URI'));
      return isString(address) ? { kind: 'address', address: address.decodeText() } : { kind: 'nowhere' };
    }
    const goal = annotation.lookup(PDFName.of('Dest')) ?? (action instanceof PDFDict && action.lookup(PDFName.of('D')));
    if (!(goal instanceof PDFName) || !(dictionary instanceof PDFDict)) return { kind: 'nowhere' };
    if (!leadsToPage(dictionary.lookup(goal), pages)) return { kind: 'nowhere' };
    return { kind: 'inside', name: goal.decodeText() };
  };
}

function leadsToPage(destination: PDFObject | undefined, pages: ReadonlySet<string>): boolean {
  const value = destination instanceof PDFDict ? destination.lookup(PDFName.of('D')) : destination;
  const page = value instanceof PDFArray ? value.get(0) : undefined;
  return page instanceof PDFRef && pages.has(page.toString());
}

function isString(object: PDFObject | undefined): object is PDFString | PDFHexString {
  return object instanceof PDFString || object instanceof PDFHexString;
}
