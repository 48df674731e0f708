import {
  PDFArray,
  PDFDict,
  type PDFDocument,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRef,
  PDFStream,
  PDFString,
} from '@cantoo/pdf-lib';
import type { Place, Report } from '../diagnostics/diagnostic.ts';
import { addressFault } from '../read/schemas/address.ts';
import { type HtmlLink, quoteWords } from './page-text.ts';

/**
 * Reports links of the page that the PDF does not have, or that lead nowhere in it.
 *
 * @param tags the annotations of each link tag of the PDF: a link over two lines has two
 * @param links those of the page
 */
export function checkPdfLinks(
  document: PDFDocument,
  tags: readonly (readonly PDFDict[])[],
  links: readonly HtmlLink[],
  report: Report,
): void {
  const targetOf = linkTargets(document);
  const left = new Map<string, number>();
  for (const [first, ...others] of tags.map((annotations) => annotations.map(targetOf))) {
    const key = first && keyOfTarget(first);
    // Lines of one link that lead to different places are no link of the page.
    if (key === undefined || others.some((other) => keyOfTarget(other) !== key)) continue;
    left.set(key, (left.get(key) ?? 0) + 1);
  }
  for (const { href, text, place } of links) {
    const key = keyOfHref(href);
    const count = left.get(key) ?? 0;
    left.set(key, count - 1);
    if (count > 0) continue;
    const inside = href.startsWith('#');
    report({
      rule: 'link-lost',
      place,
      message: `the link ${quoteWords(text || href)} to "${href}" ${inside ? 'leads nowhere in' : 'is not in'} the PDF`,
      cure: inside
        ? 'link to a place of the edition that is printed'
        : 'check the address, and that the words of the link are shown',
    });
  }
}

/** Where the link of the page that leads to an address is written; elsewhere where there is none. */
export function placeOfLink(links: readonly HtmlLink[], elsewhere: Place): (address: string) => Place {
  return (address) => links.find(({ href }) => keyOfHref(href) === keyOfHref(address))?.place ?? elsewhere;
}

function keyOfTarget(target: LinkTarget): string | undefined {
  if (target.kind === 'nowhere') return undefined;
  return target.kind === 'address' ? keyOfHref(target.address) : `#${plain(target.name)}`;
}

/** An address in the form that a browser gives it: with the slash after a host, other alphabets in percents. */
function keyOfHref(href: string): string {
  if (href.startsWith('#')) return `#${plain(href.slice(1))}`;
  return URL.canParse(href) ? new URL(href).href : href;
}

/** Chromium names a destination by the fragment as it stands in a URL: "c%C3%B4te". */
function plain(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** Where a link leads: an address, or a destination by its name; `nowhere` for a destination that is on no page. */
type LinkTarget =
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
  if (isString(value)) return value.decodeText();
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
