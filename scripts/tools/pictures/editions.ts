import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { parse } from 'yaml';
import { readDestinations } from '../../press/print/read-destinations.ts';
import { listEditions } from '../../press/read/edition-names.ts';
import { diskFiles } from '../../press/read/files.ts';
import { readDrawn } from '../../press/verify/drawn.ts';
import { readTags } from '../../press/verify/pdf-tags.ts';
import { type OpenPdf, openPdf } from '../../press/verify/pdfium.ts';
import { type PrintedBlock, printedBlocks } from '../../press/verify/printed-blocks.ts';

/** An edition of the project. */
interface ListedEdition {
  readonly name: string;
  readonly isDraft: boolean;
}

/** The editions in the order of the series. */
export async function editionsInOrder(root: string): Promise<readonly ListedEdition[]> {
  const ordered = await Promise.all(
    listEditions(diskFiles(root)).map(async (name) => {
      const meta: unknown = parse(await readFile(join(root, 'content', name, 'edition.yaml'), 'utf8'));
      const { order, status } = meta as { readonly order: number; readonly status: string };
      return { name, isDraft: status === 'draft', order };
    }),
  );
  return ordered.toSorted((one, other) => one.order - other.order);
}

/** An edition's finished PDF, open to be drawn, with what stands where. */
export interface PrintedEdition extends AsyncDisposable {
  readonly name: string;
  readonly open: OpenPdf;
  readonly pages: number;
  /** In points, of the first page; all are alike. */
  readonly height: number;
  readonly blocks: readonly PrintedBlock[];
  /** The page that each id lies on, as far as something links to it. */
  readonly destinations: ReadonlyMap<string, number>;
}

/**
 * Opens out/<name>.pdf.
 *
 * @throws Error when it was not built
 */
export async function openPrinted(out: string, name: string): Promise<PrintedEdition> {
  const path = join(out, `${name}.pdf`);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw new Error(`Reading ${path} failed: build it first with npm run pdf`, { cause });
  });
  const document = await PDFDocument.load(bytes, { updateMetadata: false });
  const open = await openPdf(bytes);
  const nowhere = { file: path, line: 1, column: 1 };
  return {
    name,
    open,
    pages: document.getPageCount(),
    height: document.getPage(0).getHeight(),
    blocks: printedBlocks(readTags(document).blocks, readDrawn(open, document), [], nowhere),
    destinations: await readDestinations(bytes),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  };
}

/** The pages that show what an edition is: its cover, a page of text, one of charts, and its notes. */
interface ShownPages {
  readonly cover: number;
  readonly text: number;
  readonly chart: number;
  readonly notes: number;
}

/**
 * Chooses pages by what stands on them: most lines and least drawing for text, most drawing for charts.
 *
 * @param notes the page that the notes begin on
 * @param last the last page before the appendix
 */
export function choosePages(blocks: readonly PrintedBlock[], notes: number, last: number): ShownPages {
  const inner = Array.from({ length: Math.max(1, notes - 2) }, (_, index) => index + 2);
  const candidates = inner.map((page) => ({ page, ...contentOf(blocks, page) }));
  const best = (value: (page: (typeof candidates)[number]) => number) =>
    candidates.reduce((one, other) => (value(other) > value(one) ? other : one)).page;
  const chart = best(({ drawn }) => drawn);
  return {
    cover: 1,
    text: best(({ page, lines, drawn }) => (page === chart ? Number.NEGATIVE_INFINITY : lines * 5000 - drawn)),
    chart,
    // A page that is all notes shows them better than the one that they begin on.
    notes: Math.min(notes + 1, last - 1) > notes ? notes + 1 : notes,
  };
}

/** The lines of text on a page, and the area of its drawings in square points. */
function contentOf(blocks: readonly PrintedBlock[], page: number): { readonly lines: number; readonly drawn: number } {
  let [lines, drawn] = [0, 0];
  for (const { type, fragments } of blocks) {
    for (const fragment of fragments.filter((part) => part.page === page)) {
      const [{ left, right, top, bottom }] = fragment.lines;
      if (type === 'Figure') drawn += (right - left) * (top - bottom);
      if (type === 'P') lines += fragment.lines.length;
    }
  }
  return { lines, drawn };
}
