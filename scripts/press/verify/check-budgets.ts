import type { Report } from '../diagnostics/diagnostic.ts';
import type { Expected } from './expected.ts';
import type { Verified } from './verified.ts';

/**
 * Reports a PDF that has more pages or bytes than its edition allows.
 *
 * @param appendix the page that the appendix begins on, if there is one: from there on no page counts
 */
export function checkBudgets(
  { pages, bytes }: Verified,
  appendix: number | undefined,
  { budgets, at }: Pick<Expected, 'budgets' | 'at'>,
  report: Report,
): void {
  const counted = appendix === undefined ? pages : appendix - 1;
  if (counted > budgets.pages) {
    report({
      rule: 'pages-budget',
      place: at('budgets', 'pages'),
      message: `the PDF has ${counted} pages${appendix === undefined ? '' : ' before its appendix'}, its budget is ${budgets.pages}`,
      cure: 'shorten the text or raise the budget',
    });
  }
  if (bytes > budgets.bytes) {
    report({
      rule: 'bytes-budget',
      place: at('budgets', 'bytes'),
      message: `the PDF has ${bytes} bytes, its budget is ${budgets.bytes}`,
      cure: 'make its images smaller or raise the budget',
    });
  }
}
