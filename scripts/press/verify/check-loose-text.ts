import type { Report } from '../diagnostics/diagnostic.ts';
import { foldText } from '../text/fold-text.ts';
import type { DrawnText } from './drawn-text.ts';
import { quoteWords } from './quote-words.ts';
import type { HtmlContent } from './read-html.ts';
import { lettersOf, runsRightToLeft } from './right-to-left.ts';

/**
 * Reports labels of charts and maps that the pages do not show as often as the document has them. They are counted, for
 * a label such as "3.6" stands elsewhere too; running heads and feet can only add to what is drawn.
 */
export function checkLooseText(
  { flow, loose }: Pick<HtmlContent, 'flow' | 'loose'>,
  drawn: readonly DrawnText[],
  report: Report,
): void {
  if (loose.length === 0) return;
  const byPage = Map.groupBy(drawn, ({ page }) => page);
  const pages = [...byPage.values()].map((texts) => foldText(texts.map(({ text }) => text).join('')));
  const wanted = [...flow, ...loose].map(({ text }) => foldText(text));
  const told = new Set<string>();
  for (const { text, place } of loose) {
    const label = foldText(text);
    if (told.has(label)) continue;
    told.add(label);
    const shown = runsRightToLeft(text) ? countLetters(pages, label) : countIn(pages, label);
    if (shown >= countIn(wanted, label)) continue;
    report({
      rule: 'text-lost',
      place,
      message: `the label ${quoteWords(text)} of a drawing is ${shown === 0 ? 'on no page' : 'printed less often than it should be'}`,
      cure: 'make the drawing larger or its labels shorter, so that each has room',
    });
  }
}

/** How often there are letters enough for a label that runs from right to left. */
function countLetters(pages: readonly string[], label: string): number {
  const there = lettersOf(pages.join(''));
  const times = [...lettersOf(label)].map(([letter, count]) => Math.floor((there.get(letter) ?? 0) / count));
  return Math.min(...times);
}

function countIn(texts: readonly string[], label: string): number {
  return label === '' ? 0 : texts.reduce((sum, text) => sum + text.split(label).length - 1, 0);
}
