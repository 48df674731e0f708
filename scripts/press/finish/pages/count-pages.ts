import { isDictionary } from '../file/objects.ts';
import { openFile } from '../file/open-file.ts';

/** How many pages a print has (ISO 32000-1, 7.7.3.2): two objects are read for it, and not the whole file. */
export function countPages(print: Uint8Array): number {
  const pdf = openFile(print);
  const catalogue = pdf.resolve(pdf.root);
  const pages = isDictionary(catalogue) ? pdf.resolve(catalogue.get('Pages')) : null;
  const count = isDictionary(pages) ? pdf.resolve(pages.get('Count')) : null;
  if (typeof count !== 'number') throw new Error('Reading a print: it does not say how many pages it has');
  return count;
}
