import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { type Change, wellsProject } from '../small-project.ts';

/** The text of the wells' page with these changes, and what was told of letters. */
async function pageOf(changes: Readonly<Record<string, Change>>) {
  await using small = await wellsProject(changes);
  const { report, list, failed } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('wells', project, report, () => {}));
  const page = compiled?.compose(new Map());
  const messages = list().filter(({ rule }) => rule === 'glyph-missing');
  return {
    failed,
    html: page?.html ?? '',
    css: new TextDecoder().decode(page?.resources.get('styles.css')?.bytes),
    messages: messages.map(({ place, message }) => `${place.file}:${place.line} ${message}`),
  };
}

const section = 'content/wells/en/20-case.md';
const title = (words: string) => ({
  'content/wells/edition.yaml': (text: string) => text.replace(/^((?:short_)?title:).*/gm, `$1 ${words}`),
});

test('letters that no font has print as a sign, and are told once for each script', async () => {
  const { html, messages, failed } = await pageOf({
    [section]: `# Signs\n\nWater is 水 and ไฟ.\n\n${'A well: 井井, fire: ไฟ. '.repeat(200)}\n\n## 水 and \`井\``,
  });
  expect(failed).toBe(false);
  expect(html).toContain('<p data-source="content/wells/en/20-case.md:3:1">Water is □ and □□.</p>');
  expect(html).toMatch(/<h3[^>]*>□ and <code>□<\/code><\/h3>/);
  expect(html.replace(/<[^>]*>/g, '')).not.toMatch(/[\p{Script=Han}\p{Script=Thai}]/u);
  expect(messages).toEqual([
    `${section}:3 403 letters (Han) are in no font of the series and print as □, the first is "水" (U+6C34)`,
    `${section}:3 402 letters (Thai) are in no font of the series and print as □, the first is "ไ" (U+0E44)`,
  ]);
});

test('so do those of the running head, of data and of drawings', async () => {
  const { html, css, messages } = await pageOf({
    ...title('水 Wells'),
    'data/decisions.csv': (text) => text.replace('Well Act', '井 Act'),
    'content/wells/charts/wells-dug.yaml': (text) => text.replace('type: ordinal', 'type: ordinal, title: 年'),
  });
  expect(css).toContain('□ Wells');
  expect(html).toContain('□ Act');
  expect(html).toMatch(/<text[^>]*>□<\/text>/);
  expect(messages.join()).toContain('(Han)');
});

test('a mark goes with the letter that it stands on', async () => {
  expect((await pageOf({ [section]: '# Signs\n\nThe list: তালিকা.' })).html).toContain('The list: □□□.');
});

test('letters that a Mac has taken apart are put together, and control characters go', async () => {
  const { html, messages } = await pageOf({
    [section]: '# Signs\n\nThe se\u0301curite\u0301 of Sa\u0303o: a\u0001b\u000bc.',
  });
  expect(html).toContain('The sécurité of São: abc.');
  expect(messages).toEqual([]);
});

test('a private character is no letter, whatever a font shows for it', async () => {
  const { html, messages } = await pageOf({ [section]: '# Signs\n\n\uf0b7 one' });
  expect(html).toContain('□ one');
  expect(messages).toEqual([
    `${section}:3 U+F0B7 (signs that only their own font has) is in no font of the series and prints as □`,
  ]);
});

test('what is read and not printed keeps its letters', async () => {
  const { html } = await pageOf({ [section]: '# Signs\n\nWater is 水.', ...title('水 Wells') });
  expect(html).toMatch(/<title>[^<]*水/);
});

test('wide forms of letters and signs print as those of usual width, and never become marks of HTML', async () => {
  const { html, messages } = await pageOf({ [section]: '# Signs\n\nＧＨＱ，２０３０！ ＜script＞' });
  expect(html).toContain('GHQ,2030! □script□');
  expect(messages).toEqual([expect.stringContaining('2 letters')]);
});
