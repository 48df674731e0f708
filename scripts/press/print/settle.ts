import type { PageHtml, PageNumbers } from '../page/page-html.ts';
import type { Printer } from './open-browser.ts';
import { readDestinations } from './read-destinations.ts';

/** A print whose page numbers are true. */
export interface SettledPrint<Page extends PageHtml> {
  readonly pdf: Uint8Array;
  readonly html: Page;
  readonly numbers: PageNumbers;
}

/** One without numbers, one with them, and one more for numbers that made a line longer. */
const mostPrints = 3;

/** How settling begins, and who sees its prints. */
export interface Settling {
  /** Page numbers that may still be true: those of the last print. */
  readonly numbers: PageNumbers;
  /** Takes each print at once: another may follow it with other page numbers. */
  readonly onPrint: (pdf: Uint8Array) => void;
}

const fromNothing: Settling = { numbers: new Map(), onPrint: () => {} };

/**
 * Prints a document that names its own pages: again with the numbers of the print before, until nothing moves. A
 * document without page numbers is printed once, and so is one whose numbers are those that settling begins with.
 *
 * @param compose the document with the given numbers
 * @throws Error when the pages do not come to rest
 */
export async function printSettled<Page extends PageHtml>(
  printer: Pick<Printer, 'print'>,
  compose: (numbers: PageNumbers) => Page,
  { numbers: before, onPrint }: Settling = fromNothing,
): Promise<SettledPrint<Page>> {
  let html = compose(before);
  let printed = before;
  for (let prints = 1; ; prints += 1) {
    const pdf = await printer.print(html);
    onPrint(pdf);
    const numbers = await readDestinations(pdf);
    const next = compose(numbers);
    if (next.html === html.html) return { pdf, html, numbers };
    if (prints === mostPrints) throw restless(printed, numbers);
    printed = numbers;
    html = next;
  }
}

function restless(before: PageNumbers, after: PageNumbers): Error {
  const moved = [...after].filter(([id, page]) => before.get(id) !== page);
  const shown = moved.slice(0, 5).map(([id, page]) => `"${id}" from page ${before.get(id) ?? '?'} to ${page}`);
  return new Error(
    `The page numbers do not settle: after ${mostPrints} prints ${shown.join(', ')} moved. Give the numbers of the contents list a column of constant width.`,
  );
}
