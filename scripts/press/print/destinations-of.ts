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
import type { PageNumbers } from '../page/page-html.ts';

/**
 * The page that each named destination of a document lies on (ISO 32000-1 12.3.2.3). Chromium writes one for each id
 * that a link within the document leads to.
 *
 * @returns page numbers from 1, by id
 */
export function destinationsOf(document: PDFDocument): PageNumbers {
  const numberOf = new Map(document.getPages().map((page, index) => [page.ref.toString(), index + 1]));
  const numbers = new Map<string, number>();
  for (const [name, destination] of namedDestinations(document)) {
    const target = destination instanceof PDFDict ? destination.lookup(PDFName.of('D')) : destination;
    const page = target instanceof PDFArray ? target.get(0) : undefined;
    const number = page instanceof PDFRef ? numberOf.get(page.toString()) : undefined;
    if (number !== undefined) numbers.set(idOf(name), number);
  }
  return numbers;
}

/** From the catalog's dictionary, as Chromium writes it, and from the name tree that PDF 1.2 put in its place. */
function* namedDestinations({ catalog, context }: PDFDocument): Generator<readonly [string, PDFObject | undefined]> {
  const dictionary = catalog.lookup(PDFName.of('Dests'));
  if (dictionary instanceof PDFDict) {
    for (const [name, value] of dictionary.entries()) yield [name.decodeText(), context.lookup(value)];
  }
  const names = catalog.lookup(PDFName.of('Names'));
  if (names instanceof PDFDict) yield* leaves(names.lookup(PDFName.of('Dests')));
}

function* leaves(node: PDFObject | undefined): Generator<readonly [string, PDFObject | undefined]> {
  if (!(node instanceof PDFDict)) return;
  const kids = node.lookup(PDFName.of('Kids'));
  if (kids instanceof PDFArray) for (let i = 0; i < kids.size(); i += 1) yield* leaves(kids.lookup(i));
  const names = node.lookup(PDFName.of('Names'));
  if (!(names instanceof PDFArray)) return;
  for (let i = 0; i + 1 < names.size(); i += 2) {
    const name = names.lookup(i);
    if (name instanceof PDFString || name instanceof PDFHexString) yield [name.decodeText(), names.lookup(i + 1)];
  }
}

/** Chromium names a destination by the fragment as it stands in a URL: "c%C3%B4te". */
function idOf(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
