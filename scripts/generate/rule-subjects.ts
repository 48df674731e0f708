import type { RuleId } from '../press/diagnostics/rules.ts';

/** What authors and designers work on, with the rules that watch over it, in the order of docs/rules/README.md. */
export const ruleSubjects: readonly { readonly title: string; readonly rules: readonly RuleId[] }[] = [
  { title: 'Files', rules: ['file-missing', 'file-name'] },
  { title: 'YAML', rules: ['yaml-syntax', 'key-unknown', 'key-missing', 'value-type', 'date-wrong'] },
  { title: 'Facts', rules: ['fact-unknown', 'fact-unused'] },
  { title: 'Numbers', rules: ['number-typed'] },
];
