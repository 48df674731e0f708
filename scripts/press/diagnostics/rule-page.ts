import type { RuleId } from './rules.ts';

/** The page that explains a rule by examples, as a path from the project's root. */
export function rulePage(rule: RuleId): string {
  return `docs/rules/${rule}.md`;
}
