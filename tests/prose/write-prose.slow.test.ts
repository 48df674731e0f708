import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { smallProject } from '../small-project.ts';

/** The HTML that the small edition has with this text at the end of its second section, and what was reported. */
function pageWith(markdown: string) {
  return pageOf({ 'content/mali-small/en/20-assistance.md': (text) => `${text}\n${markdown}\n` });
}

/** The HTML that the small edition has with these changes, and what was reported. */
async function pageOf(changes: Readonly<Record<string, (text: string) => string>>) {
  await using small = await smallProject(changes);
  const { report, list } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  if (!project) throw new Error('The small project cannot be opened');
  const compiled = await compileEdition('mali-small', project, report, () => {});
  const html = compiled?.compose(new Map()).html ?? '';
  // Without drawings, so that a failure can be read.
  const plain = html.replace(/ data-source="[^"]*"|<svg.*?<\/svg>/gs, '');
  return { html: plain, messages: list().map(({ message }) => message) };
}

test.each([
  ['a list keeps the number that it begins with', 'Words.\n\n7. this\n8. that', '<ol start="7">\n<li>this</li>'],
  ['a table keeps the sides of its columns', '| a |\n|--:|\n| b |', '<th align="right">a</th>'],
  ['an empty cell keeps its place', '| a | b |\n|---|---|\n|  | c |', '<td>\u00a0</td>\n<td>c</td>'],
  ['a task that is done is ticked', '- [x] done', '<span>☑</span> done'],
  ['one that is not done is not', '- [ ] not done', '<span>☐</span> not done'],
  [
    'a note that a heading calls has its words',
    '## A heading[^h]\n\nText.\n\n[^h]: Words of the heading’s note.',
    'Words of the heading’s note.</span></p></li>',
  ],
  [
    'so has one that a call-out calls',
    ':::callout[Title]\nText.[^c]\n:::\n\n[^c]: Words of a note beside.',
    'Words of a note beside.</span></p></li>',
  ],
  [
    'a call-out’s link finds its address',
    ':::callout\n[a link][l]\n:::\n\n[l]: https://example.org/l',
    '<a href="https://example.org/l">a link</a>',
  ],
  [
    'a passage in another language says so, and runs in its own direction',
    'The :lang[chef de la *junte*]{fr} spoke.',
    'The <span lang="fr" dir="auto">chef de la <em>junte</em></span> spoke.',
  ],
  ['a language may have a script and a region', ':lang[a]{pt-BR} :lang[b]{ku-Latn}', 'lang="ku-Latn"'],
])('%s', async (_, markdown, printed) => {
  const { html, messages } = await pageWith(markdown);
  expect(messages).toEqual([]);
  expect(html).toContain(printed);
});

test.each([
  [
    'of a call-out under the section’s heading',
    '# A\n\n:::callout[Aside]\nText.\n:::',
    '<h3 class="callout-title">Aside</h3>',
  ],
  ['of one under a subhead', '# A\n\n## B\n\n:::callout[Aside]\nText.\n:::', '<h4 class="callout-title">Aside</h4>'],
  ['of a timeline', '# A\n\n::timeline[acts]', '<h3 class="caption-title">'],
])('the title %s is a heading one level lower', async (_, section, printed) => {
  expect((await pageOf({ 'content/mali-small/en/20-assistance.md': () => section })).html).toContain(printed);
});

const chart = 'content/mali-small/charts/killed-by-year.yaml';
const captionIn = (html: string) =>
  /<table class="data-table.*?<\/caption>/s.exec(html)?.[0].replaceAll(/<[^>]*>/g, '');

test('a table of the appendix says what it measures and who says so, as its figure does', async () => {
  const { html } = await pageOf({});
  expect(captionIn(html)).toMatch(/Figure 1 .*Civilians killed in Mali, people a year\s+Source: APA News\s*$/s);
});

test('where the subtitle speaks of the drawing, it says so in words of its own', async () => {
  const { html, messages } = await pageOf({ [chart]: (text) => `${text}measure: Civilians killed, by year\n` });
  expect(messages).toEqual([]);
  expect(captionIn(html)).toMatch(/\s+Civilians killed, by year\s+Source: APA News\s*$/);
});

test('a number in its words is found', async () => {
  const { messages } = await pageOf({ [chart]: (text) => `${text}measure: Civilians killed in 4711 tents\n` });
  expect(messages.join()).toContain('4711');
});

test('a note that a heading and its text call is one note', async () => {
  const { html } = await pageWith('## A heading[^h]\n\nText.[^h]\n\n[^h]: Words of both.');
  expect(html.split('Words of both.').length - 1).toBe(1);
});

test('the contents hold a heading’s words without the calls of its notes', async () => {
  await using small = await smallProject({
    'content/mali-small/en/20-assistance.md': (text) =>
      `${text.replace('# Assistance', '# Assistance[^h]')}\n[^h]: A note.\n`,
  });
  const { report } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('mali-small', project, report, () => {}));
  expect(compiled?.compose(new Map()).html).toContain('<span class="entry">Assistance</span>');
});

test.each([
  [':lang[mots]', '":lang" does not say which language its words are in'],
  [':lang[mots]{fr=yes}', '":lang" does not say which language its words are in'],
  [':lang[mots]{xx}', '"xx" is not the code of a language'],
  [':lang[mots]{french}', '"french" is not the code of a language'],
  [':lang[mots]{FR}', '"FR" is not the code of a language'],
])('a passage of which the language is not known is told, and its words stay: %s', async (markdown, message) => {
  const { html, messages } = await pageWith(`Some ${markdown}.`);
  expect(messages).toEqual([message]);
  expect(html).toContain('Some mots.');
});

test('a number within a passage is found', async () => {
  const { messages } = await pageWith('It was :lang[dix mille et 4711 tentes]{fr}.');
  expect(messages.join()).toContain('4711');
});
