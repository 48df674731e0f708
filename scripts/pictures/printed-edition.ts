import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { readDestinations } from '../press/print/read-destinations.ts';
import { readDrawn } from '../press/verify/drawn.ts';
import { type OpenPdf, openPdf } from '../press/verify/pdfium.ts';
import { type PrintedBlock, printedBlocks } from '../press/verify/printed-blocks.ts';
import { readTags } from '../press/verify/pdf-tags.ts';

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
    ...{ name, open },
    pages: document.getPageCount(),
    height: document.getPage(0).getHeight(),
    blocks: printedBlocks(readTags(document).blocks, readDrawn(open, document), [], nowhere),
    destinations: await readDestinations(bytes),
    [Symbol.asyncDispose]: () => open[Symbol.asyncDispose](),
  };
}
