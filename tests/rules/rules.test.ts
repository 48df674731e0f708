import { expect, test } from 'vitest';
import { rules } from '../../scripts/press/diagnostics/rules.ts';
import { ruleIndex } from '../../scripts/tools/generate/rule-index.ts';
import { rulePages, withoutExample } from './rule-pages.ts';

const pages = rulePages();
const ids = Object.keys(rules).sort();

test('every rule has a page, and every page a rule', () => {
  expect(pages.map(({ rule }) => rule).sort()).toEqual(ids);
});

test('the index has every rule once', () => {
  const rows = [...ruleIndex().matchAll(/^\| \[([a-z-]+)\]\(\1\.md\) \|/gm)];
  expect(rows.map(([, id]) => id).sort()).toEqual(ids);
});

test.each(pages)('$rule says what it means, why, what is wrong and what is right', (page) => {
  const { rule, title, opening, markdown } = page;
  expect(title).toBe(rule);
  expect(opening).toBeGreaterThanOrEqual(2);
  const isShown = !withoutExample.some((id) => id === rule);
  const parts = [...(isShown ? ['Wrong', 'The press says', 'Right'] : ['No example']), 'What else to try'];
  expect(page.parts).toEqual(parts);
  expect(markdown).toContain('\nThe wells of the examples are invented. [All rules](README.md)\n');
});
