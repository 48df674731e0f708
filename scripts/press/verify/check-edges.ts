import type { Report } from '../diagnostics/diagnostic.ts';
import type { DrawnText } from './drawn-text.ts';
import type { PlaceFinder } from './place-finder.ts';
import { quoteWords } from './quote-words.ts';

/** Reports text that reaches past the edge of its page. */
export function checkEdges(drawn: readonly DrawnText[], placeOf: PlaceFinder, report: Report): void {
  for (const text of drawn) {
    if (!text.outside) continue;
    report({
      rule: 'text-outside',
      place: placeOf(text),
      message: `${quoteWords(text.text)} runs past the edge of page ${text.page}`,
      cure: 'shorten it, or let its line break',
    });
  }
}
