import { beforeAll, expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { smallProject } from '../small-project.ts';

let text = '';
/** What each link shows, and its label. */
let links: readonly (readonly [shown: string, label: string])[] = [];

const withoutTags = (html: string) => html.replace(/<[^>]*>/g, '');

beforeAll(async () => {
  await using small = await smallProject({
    'content/mali-small/en/10-summary.md': (before) =>
      `${before}\n\nIt was in 2020[^a][^b] and in spring.[^a]\n\n[^a]: One.\n[^b]: Two.\n`,
  });
  const { report } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('mali-small', project, report, () => {}));
  const html = compiled?.compose(new Map()).html ?? '';
  text = withoutTags(html);
  links = Array.from(html.matchAll(/<a [^>]*?aria-label="([^"]*)"[^>]*>(.*?)<\/a>/g), ([, label = '', shown = '']) => [
    withoutTags(shown),
    label,
  ]);
});

test('a reader who hears links alone hears where each leads', () => {
  expect(links).toContainEqual(['1', 'Note 1']);
  expect(links).toContainEqual(['1', 'Back to the call of note 1']);
  expect(links).toContainEqual(['Data in the appendix', 'Data in the appendix: Figure 1']);
  const [address = '', label] = links.find(([shown]) => shown.startsWith('apanews.net')) ?? [];
  expect(label).toBe(`Mali: at least 1,277 civilians killed in 2022: ${address}`);
});

test('what a link shows is in its label, so that it can be called by what is seen', () => {
  expect(links.filter(([shown, label]) => !label.includes(shown))).toEqual([]);
});

test('the number of a note stands apart from digits before it and from another, and close to words', () => {
  expect(text).toMatch(/It was in 2020\u00a0\d+, \d+ and in spring\.\d/);
});
