import type { Report } from '../diagnostics/diagnostic.ts';
import type { LaidBlock } from './lay-out.ts';
import { quoteWords } from './quote-words.ts';

/** What is to stand on one page, and what people call it. */
const whole: ReadonlyMap<string, string> = new Map([
  ['Figure', 'the figure'],
  ['TR', 'the table row'],
  ['Caption', 'the caption'],
]);

/** Reports figures, captions and table rows that are cut by the end of a page. */
export function checkCuts(blocks: readonly LaidBlock[], report: Report): void {
  for (const { type, text, place, pages } of blocks) {
    const name = whole.get(type);
    if (name === undefined || pages.length < 2) continue;
    report({
      rule: 'block-cut',
      place,
      message: `${name} ${quoteWords(text)} is cut over pages ${pages.join(' and ')}`,
      cure: 'make it lower than a page, and see that its style says "break-inside: avoid"',
    });
  }
}
