import type { RuleId } from '../press/diagnostics/rules.ts';

/** What authors and designers work on, with the rules that watch over it, in the order of docs/rules/README.md. */
export const ruleSubjects: readonly { readonly title: string; readonly rules: readonly RuleId[] }[] = [
  { title: 'Files', rules: ['file-missing', 'file-name', 'image-format'] },
  {
    title: 'YAML',
    rules: [
      'yaml-syntax',
      'key-unknown',
      'key-missing',
      'value-type',
      'date-wrong',
      'language-missing',
      'accent-unknown',
    ],
  },
  {
    title: 'Data',
    rules: [
      'dataset-unknown',
      'dataset-digest',
      'dataset-columns',
      'row-shape',
      'cell-type',
      'data-late',
      'total-wrong',
    ],
  },
  {
    title: 'Queries',
    rules: ['query-fails', 'query-empty', 'query-shape', 'query-limit', 'query-inexact', 'query-unstable'],
  },
  { title: 'Facts', rules: ['fact-unknown', 'fact-cycle', 'fact-value', 'fact-unused'] },
  { title: 'Numbers', rules: ['number-typed', 'number-typed-strict', 'claim-wrong', 'claim-shape', 'declared-unused'] },
  {
    title: 'Prose',
    rules: [
      'section-head',
      'section-unknown',
      'heading-skip',
      'heading-duplicate',
      'directive-unknown',
      'directive-unclosed',
      'directive-shape',
      'html-in-text',
      'glyph-missing',
      'image-alt',
      'link-anchor',
      'link-target',
    ],
  },
  { title: 'Sources and notes', rules: ['source-unknown', 'source-duplicate', 'note-unknown', 'note-unused'] },
];
