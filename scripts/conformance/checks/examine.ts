import type { Pressed } from '../../press/index.ts';
import { readJudged } from '../structure/judged-pdf.ts';
import { compareLooks } from './compare-looks.ts';
import { compareSpoken } from './compare-spoken.ts';
import { readPage } from './read-page.ts';
import { readSpoken } from './read-spoken.ts';

/**
 * Holds a finished PDF against its page and its print: that its tags say what the page says, and that finishing changed
 * nothing that is seen or extracted. A pass of the judge alone proves little: pages that are decoration all over pass.
 *
 * @returns a sentence for each fault
 */
export async function examine({
  html,
  print,
  pdf,
}: Pick<Pressed, 'html' | 'print' | 'pdf'>): Promise<readonly string[]> {
  const spoken = readSpoken(await readJudged(pdf));
  return [...compareSpoken(readPage(html), spoken), ...(await compareLooks(print, pdf))];
}
