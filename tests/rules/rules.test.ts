import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { tellDiagnostics } from '../../scripts/cli/tell-diagnostics.ts';
import { ruleSubjects } from '../../scripts/generate/rule-subjects.ts';
import { rules } from '../../scripts/press/diagnostics/rules.ts';
import { foundIn } from './found-in.ts';
import { layExample } from './laid-example.ts';
import { readRulePage } from './rule-page.ts';

const folder = join(import.meta.dirname, '../../docs/rules');
const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');

/** Rules that no file of an author brings about. */
const withoutExample: readonly string[] = ['query-limit'];

test('every page is that of a rule', () => {
  expect(names.filter((name) => !(name.replace('.md', '') in rules))).toEqual([]);
});

test('the index has every page once', () => {
  const listed = ruleSubjects.flatMap((subject) => subject.rules).map((rule) => `${rule}.md`);
  expect(listed.sort()).toEqual(names.sort());
});

describe.each(names)('%s', (name) => {
  const file = join(folder, name);
  const markdown = readFileSync(file, 'utf8');
  const page = readRulePage(markdown);
  const rule = name.replace('.md', '');

  test('says what the rule means, why, what is wrong and what is right', () => {
    expect(page.title).toBe(rule);
    expect(page.opening).toBeGreaterThanOrEqual(2);
    const parts = withoutExample.includes(rule) ? ['No example'] : ['Wrong', 'The press says', 'Right'];
    expect(page.parts.slice(0, parts.length)).toEqual(parts);
    expect(markdown).toContain('\nThe wells of the examples are invented. [All rules](README.md)\n');
  });
  if (withoutExample.includes(rule)) return;

  test('the press says of the wrong example what the page says, and nothing of the right one', async () => {
    const { changes, marked } = layExample(page.wrong);
    const checked = await foundIn(changes, 'checked');
    const how = checked.length > 0 ? 'checked' : 'printed';
    const found = how === 'checked' ? checked : await foundIn(changes, how);
    const said = tellDiagnostics(found, 'text');
    const ofRule = found.filter((diagnostic) => diagnostic.rule === rule).map(({ place }) => place);
    expect(ofRule, said).not.toEqual([]);
    // What is said of a whole file stands at its first sign, and needs no arrow.
    const lines = ofRule
      .filter(({ file, line, column }) => file in changes && (line > 1 || column > 1 || marked.includes(`${file}:1`)))
      .map(({ file, line }) => `${file}:${line}`);
    expect(marked, said).toEqual([...new Set(lines)]);
    await expect(withMessage(markdown, said)).toMatchFileSnapshot(file);
    expect(tellDiagnostics(await foundIn(layExample(page.right).changes, how), 'text')).toBe('');
  });
});

/** The page with what the press says in the place of what it has. */
function withMessage(markdown: string, said: string): string {
  return markdown.replace(/(?<=\n## The press says\n\n```text\n).*?(?=```\n)/s, () => said);
}
