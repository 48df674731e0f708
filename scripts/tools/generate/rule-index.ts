import { type RuleId, rules } from '../../press/diagnostics/rules.ts';

/** docs/rules/README.md: every rule with the page that explains it, by what authors work on. */
export function ruleIndex(): string {
  const parts = ruleSubjects.map(
    ({ title, rules: ids }) => `## ${title}\n\n| rule | tells of |\n|---|---|\n${ids.map(rowOf).join('\n')}\n`,
  );
  return `# What the press tells, and what to do

A message of the press ends with the name of a rule, such as \`fact-unknown\`. Each rule has a page: what it means, why
it matters, an example that is wrong with the message that it gives, and the same example put right.

The examples change an edition that there is not, about the wells of a valley: nobody dug or counted them. An arrow (←) marks
the line that the message names, and is not part of the file; \`# …\`, in styles \`/* … */\`, stands for what the rest of a file holds.
A test gives every example to the press, so that each page says what the press does.

Each rule has a severity. An error keeps every edition of a build from being published: what would be printed is false, unsafe or
cannot be read (\`npm run pdf -- EDITION --proof\` prints it all the same, with every error marked). With “release” the PDF is made, to
be read in the house, and a release is not. A warning is worth a look. Under \`--fail-on-warning\` all three fail a build.

${parts.join('\n')}`;
}

function rowOf(id: RuleId): string {
  const { severity, about } = rules[id];
  return `| [${id}](${id}.md) | ${about}${severity === 'error' ? '' : ` (${severity})`} |`;
}

/** What authors and designers work on, with the rules that watch over it, in the order of docs/rules/README.md. */
export const ruleSubjects: readonly { readonly title: string; readonly rules: readonly RuleId[] }[] = [
  { title: 'Files', rules: ['file-missing', 'file-name', 'file-kind', 'file-size', 'image-format', 'image-metadata'] },
  {
    title: 'YAML',
    rules: [
      'yaml-syntax',
      'key-unknown',
      'key-missing',
      'value-type',
      'date-wrong',
      'date-missing',
      'date-early',
      'contributors-missing',
      'partners-missing',
      'language-missing',
      'accent-unknown',
    ],
  },
  {
    title: 'Data',
    rules: [
      'dataset-unknown',
      'dataset-digest',
      'license-missing',
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
  {
    title: 'Numbers',
    rules: [
      'number-typed',
      'number-typed-strict',
      'number-unexplained',
      'claim-wrong',
      'claim-shape',
      'declared-unused',
    ],
  },
  {
    title: 'Prose',
    rules: [
      'section-head',
      'section-unknown',
      'heading-skip',
      'directive-unknown',
      'directive-unclosed',
      'directive-shape',
      'directive-typed',
      'markdown-typed',
      'table-shape',
      'written-twice',
      'html-in-text',
      'glyph-missing',
      'image-alt',
      'link-anchor',
      'link-target',
      'link-empty',
    ],
  },
  {
    title: 'Sources and notes',
    rules: ['source-unknown', 'source-duplicate', 'source-itself', 'citation-shape', 'note-unknown', 'note-unused'],
  },
  {
    title: 'Charts, maps, tables and timelines',
    rules: [
      'chart-unknown',
      'chart-unused',
      'chart-key',
      'chart-fails',
      'chart-clipped',
      'chart-faint',
      'chart-columns',
      'map-unknown',
      'map-feature',
      'map-name',
      'table-unknown',
      'timeline-unknown',
      'figure-adopted',
    ],
  },
  {
    title: 'Pages',
    rules: [
      'heading-stranded',
      'section-late',
      'line-alone',
      'page-empty',
      'block-cut',
      'text-outside',
      'box-passed',
      'page-shrunk',
      'pages-budget',
      'bytes-budget',
      'text-lost',
      'link-lost',
      'font-wrong',
      'attachment-lost',
      'image-unclean',
    ],
  },
  {
    title: 'Templates and styles',
    rules: ['template-syntax', 'template-name', 'template-partial', 'template-fails', 'token-unknown', 'label-missing'],
  },
];
