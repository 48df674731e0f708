import type { Report } from '../diagnostics/diagnostic.ts';
import type { DrawnText } from './drawn-text.ts';
import { foldText } from './fold-text.ts';
import { quoteWords } from './quote-words.ts';
import type { HtmlText } from './read-html.ts';

/** Reports labels of charts and maps that no page shows. */
export function checkLooseText(loose: readonly HtmlText[], drawn: readonly DrawnText[], report: Report): void {
  if (loose.length === 0) return;
  const byPage = Map.groupBy(drawn, ({ page }) => page);
  const pages = [...byPage.values()].map((texts) => foldText(texts.map(({ text }) => text).join('')));
  for (const { text, place } of loose) {
    const folded = foldText(text);
    if (pages.some((page) => page.includes(folded))) continue;
    report({
      rule: 'text-lost',
      place,
      message: `the label ${quoteWords(text)} of a drawing is on no page`,
      cure: 'make the drawing larger or its labels shorter, so that each has room',
    });
  }
}
