import type { Report } from '../diagnostics/diagnostic.ts';
import type { LaidBlock } from './lay-out.ts';
import { quoteWords } from './quote-words.ts';

/** Running text, which may break between lines. Captions, cells and headings have a rule of their own. */
const running: ReadonlySet<string> = new Set(['P', 'LI', 'LBody', 'BlockQuote']);

/** Reports a single line of a paragraph that stands alone at the foot of a page or column, or at the top of the next. */
export function checkLines(blocks: readonly LaidBlock[], report: Report): void {
  for (const { type, text, place, fragments } of blocks) {
    const last = fragments.at(-1);
    if (!running.has(type) || fragments.length === 1 || !last) continue;
    const [first] = fragments;
    const alone = first.lines.length === 1 ? first : last.lines.length === 1 ? last : undefined;
    if (!alone) continue;
    const [line, where] = alone === first ? ['first', 'foot'] : ['last', 'top'];
    report({
      rule: 'line-alone',
      place,
      message: `the ${line} line of ${quoteWords(text)} stands alone at the ${where} of a column of page ${alone.page}`,
      cure: 'see that styles/page.css keeps its orphans and widows, or make something on the page a little higher or lower',
    });
  }
}
