import type { Report } from '../diagnostics/diagnostic.ts';
import type { Box } from './box.ts';
import type { LaidBlock } from './lay-out.ts';
import { quoteWords } from './quote-words.ts';

/** A page is to be filled to at least this part of its height. */
const least = 1 / 3;

/** The pages of a document. */
export interface Pages {
  readonly count: number;
  /** The page that the appendix begins on, if there is one: the page before it is the last of the edition itself. */
  readonly appendix: number | undefined;
}

/**
 * Reports pages that end in their upper third, but for the cover, the last and that before the appendix; told at what began
 * the next page.
 */
export function checkFill(
  blocks: readonly LaidBlock[],
  { count, appendix = count + 1 }: Pages,
  body: Box,
  report: Report,
): void {
  for (let page = 2; page < count; page += 1) {
    if (page === appendix - 1) continue;
    const lines = blocks.flatMap(({ fragments }) =>
      fragments.flatMap((part) => (part.page === page ? part.lines : [])),
    );
    const lowest = Math.min(body.top, ...lines.map(({ bottom }) => bottom));
    const filled = (body.top - lowest) / (body.top - body.bottom);
    if (filled >= least) continue;
    const next = blocks.find(({ fragments }) => fragments[0].page > page) ?? blocks.at(-1);
    if (!next) continue;
    report({
      rule: 'page-empty',
      place: next.place,
      message: `page ${page} is filled to ${Math.round(filled * 100)}%, since ${quoteWords(next.text)} did not fit on it`,
      cure: 'make this lower, or put it later in the text, so that other text takes the room',
    });
  }
}
