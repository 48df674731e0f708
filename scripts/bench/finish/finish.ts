import type { Bench } from '../bench.ts';
import { keptBy } from './kept-by.ts';
import { longDocument } from './long-document.ts';
import { type Measured, measureDocument } from './measure-document.ts';
import { type OpenDocuments, openDocuments, openEditions } from './open-documents.ts';

/** Pages, about, of the documents that are measured besides the editions of the series. */
const sizes = [10, 50, 100];

/** Finishing against printing, and against the number of pages. */
export const bench: Bench = {
  about: 'the stage that finishes a print, against a bare script that starts the browser and prints the same page',
  takes: '',
  async measure(say) {
    await using editions = await openEditions();
    await using documents = await openDocuments(sizes.map(longDocument));
    return keptBy(await measureAll(documents, say), await measureAll(editions, say));
  },
};

/** Measures documents, the shortest first. */
async function measureAll({ compiled }: OpenDocuments, say: (line: string) => void): Promise<readonly Measured[]> {
  const found: Measured[] = [];
  for (const document of compiled) {
    const measured = await measureDocument(document);
    say(told(measured));
    found.push(measured);
  }
  return found.toSorted((one, other) => one.pages - other.pages);
}

function told({ name, pages, print, finish, first }: Measured): string {
  const [whole, part, cold] = [print, finish, first].map(Math.round);
  const ratios = `${(finish / print).toFixed(3)}, first ${(first / print).toFixed(3)}`;
  return `${name}, ${pages} pages: script ${whole} ms, finish ${part} ms, first ${cold} ms, ratio ${ratios}, ${(finish / pages).toFixed(2)} ms a page`;
}
