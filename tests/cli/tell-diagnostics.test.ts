import { expect, test } from 'vitest';
import { countDiagnostics, tellDiagnostics } from '../../scripts/cli/tell-diagnostics.ts';
import { tellRulePages } from '../../scripts/cli/tell-rule-pages.ts';
import type { Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';

const diagnostic: Diagnostic = {
  rule: 'fact-unknown',
  severity: 'error',
  place: { file: 'content/mali/en/40-assistance.md', line: 14, column: 31 },
  message: 'unknown fact "humanitarian-2002", 100% sure',
  cure: 'did you mean "humanitarian-2020"?',
};

test('for people: place and words, then the cure with the rule', () => {
  expect(tellDiagnostics([diagnostic], 'text')).toBe(
    'content/mali/en/40-assistance.md:14:31  error  unknown fact "humanitarian-2002", 100% sure\n' +
      '    did you mean "humanitarian-2020"?  fact-unknown\n',
  );
});
test('for GitHub: a workflow command, with its signs escaped', () => {
  expect(tellDiagnostics([diagnostic], 'github')).toBe(
    '::error file=content/mali/en/40-assistance.md,line=14,col=31,title=fact-unknown::' +
      'unknown fact "humanitarian-2002", 100%25 sure (did you mean "humanitarian-2020"?; more: docs/rules/fact-unknown.md)\n',
  );
});
test('what keeps back a release alone is named for people, and a warning with a title for GitHub', () => {
  const release = { ...diagnostic, rule: 'date-missing', severity: 'release' } as const;
  expect(tellDiagnostics([release], 'text')).toMatch(
    /^content\/mali\/en\/40-assistance\.md:14:31 {2}release {2}unknown fact/,
  );
  expect(tellDiagnostics([release], 'github')).toMatch(
    /^::warning file=.*,title=date-missing \(before a release\)::unknown fact/,
  );
});
test('counts in words', () => {
  expect(countDiagnostics([diagnostic, diagnostic, { ...diagnostic, severity: 'warning' }])).toBe(
    '2 errors, 1 warning',
  );
  const release = { ...diagnostic, severity: 'release' } as const;
  expect(countDiagnostics([release, { ...diagnostic, severity: 'warning' }, release, diagnostic])).toBe(
    '1 error, 2 for release, 1 warning',
  );
  expect(countDiagnostics([])).toBe('');
});

test('a run ends by naming the pages that explain it, or their index where there are many', () => {
  const of = (...rules: readonly Diagnostic['rule'][]) => tellRulePages(rules.map((rule) => ({ ...diagnostic, rule })));
  expect(of()).toBe('');
  expect(of('fact-unknown', 'fact-unknown')).toBe('more, with examples: docs/rules/fact-unknown.md\n');
  expect(of('fact-unknown', 'fact-unused')).toBe(
    'more, with examples: docs/rules/fact-unknown.md, docs/rules/fact-unused.md\n',
  );
  expect(of('fact-unknown', 'fact-unused', 'fact-value', 'fact-cycle')).toBe(
    'more on each rule, with examples: docs/rules/README.md\n',
  );
});
