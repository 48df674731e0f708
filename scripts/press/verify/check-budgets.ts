import type { Report } from '../diagnostics/diagnostic.ts';
import type { Expected } from './expected.ts';
import type { Verified } from './verified.ts';

/** Reports a PDF that has more pages or bytes than its edition allows. */
export function checkBudgets({ pages, bytes }: Verified, { budgets, at }: Expected, report: Report): void {
  if (pages > budgets.pages) {
    report({
      rule: 'pages-budget',
      place: at('budgets', 'pages'),
      message: `the PDF has ${pages} pages, its budget is ${budgets.pages}`,
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
