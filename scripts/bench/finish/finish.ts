import type { Bench } from '../bench.ts';
import { keptBy } from './kept-by.ts';
import { longDocument } from './long-document.ts';
import { type Measured, measureDocument } from './measure-document.ts';
import { openDocuments } from './open-documents.ts';

/** Pages, about, of the documents that are measured. */
const sizes = [10, 50, 100];

/** Finishing against printing, and against the number of pages. */
export const bench: Bench = {
  about: 'the stage that finishes a print, against a bare script that starts the browser and prints the same page',
  async measure(say) {
    await using documents = await openDocuments(sizes.map(longDocument));
    const found: Measured[] = [];
    for (const compiled of documents.compiled) {
      const measured = await measureDocument(compiled);
      const { pages, print, finish, first } = measured;
      const times = `start and print ${Math.round(print)} ms, finish ${Math.round(finish)} ms (first ${Math.round(first)})`;
      say(`${pages} pages: ${times}, ratio ${(finish / print).toFixed(3)}, ${(finish / pages).toFixed(2)} ms a page`);
      found.push(measured);
    }
    return keptBy(found);
  },
};
