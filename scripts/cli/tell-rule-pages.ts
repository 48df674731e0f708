import type { Diagnostic } from '../press/diagnostics/diagnostic.ts';
import { rulePage } from '../press/diagnostics/rules.ts';

/** So many pages are named one by one. */
const named = 3;

/** Where diagnostics are explained, for people: one line for all of a run, or nothing where there are none. */
export function tellRulePages(diagnostics: readonly Diagnostic[]): string {
  const pages = [...new Set(diagnostics.map(({ rule }) => rulePage(rule)))];
  if (pages.length === 0) return '';
  if (pages.length > named) return 'more on each rule, with examples: docs/rules/README.md\n';
  return `more, with examples: ${pages.join(', ')}\n`;
}
