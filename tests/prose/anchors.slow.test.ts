import { expect, test } from 'vitest';
import { collectDiagnostics } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { wellsProject } from '../small-project.ts';

/** The HTML that the wells have with these sections besides their own, and what was told of its places and links. */
async function pageWith(sections: Readonly<Record<string, string>>) {
  const files = Object.entries(sections).map(([name, markdown]) => [`content/wells/en/${name}.md`, markdown] as const);
  await using small = await wellsProject(Object.fromEntries(files));
  const { report, list } = collectDiagnostics();
  await using project = await openProject(small.root, report);
  const compiled = project && (await compileEdition('wells', project, report, () => {}));
  const html = compiled?.compose(new Map()).html ?? '';
  const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id = '']) => id);
  /** The words of the heading that the link with these words leads to. */
  const leadsTo = (words: string) => {
    const [, id = ''] = new RegExp(`<a href="#([^"]*)">${words}</a>`).exec(html) ?? [];
    return new RegExp(`<h\\d id="${id}"[^>]*>(?:<span[^>]*>)*([^<]*)`).exec(html)?.[1];
  };
  const messages = list().filter(({ severity }) => severity === 'error');
  return { html, ids, leadsTo, messages: messages.map(({ message }) => message) };
}

test('headings of the same words are numbered, and a link finds those of its own section first', async () => {
  const { html, ids, messages } = await pageWith({
    '20-near': '# Near\n\n## Background\n\nA.\n\n## Background\n\nSee [b](#background) and [c](#background-1).',
    '30-far': '# Far\n\n## Background\n\nSee [d](#background), [e](#near) and [f](#far).',
  });
  expect(messages).toEqual([]);
  expect(ids.filter((id) => id.startsWith('background'))).toEqual(['background', 'background-1', 'background-2']);
  expect(new Set(ids).size).toBe(ids.length);
  const links = [...html.matchAll(/<a href="#([^"]*)">([b-f])<\/a>/g)].map(([, id, words]) => `${words} ${id}`);
  expect(links).toEqual(['b background', 'c background-1', 'd background-2', 'e near', 'f far']);
});

test('what the press makes keeps its places: headings and sections of their words give way', async () => {
  const { html, ids, leadsTo, messages } = await pageWith({
    '20-notes':
      '# Notes\n\nWords.[^a] See [there](#note-1).\n\n## Note 1\n\nA.\n\n## Contents\n\nB.\n\n[^a]: The note.',
    '30-more': '# More\n\n## Note call 1\n\n## Chart wells-dug\n\n## Appendix\n\n## Datasets\n\nC.',
  });
  expect(messages).toEqual([]);
  expect(new Set(ids).size).toBe(ids.length);
  expect(leadsTo('there')).toBe('Note 1');
  expect(html).toMatch(/<li id="note-\d"[^>]*>(?:<[^>]*>)*\d(?:<[^>]*>| )*The note/);
  expect(html).toMatch(/<figure[^>]* id="chart-wells-dug"/);
});

test.each([
  ['long', 'What the Office found when it asked the partner force about the two convoys that were stopped on the road'],
  ['Arabic', 'لماذا استخدم هذه الخطة الدراسية ولماذا لا تستخدم غيرها'],
  ['Amharic', 'ጽሕፈት ቤቱ ስለ ሁለቱ ተሽከርካሪዎች ሲጠይቅ ያገኘው መልስ'],
  ['signs alone', '!?!'],
])('a heading can be linked, whatever its words are: %s', async (_, words) => {
  const slug = words.toLowerCase().replace(/[!?]/g, '').replaceAll(' ', '-');
  const { ids, leadsTo, messages } = await pageWith({ '20-one': `# One\n\n## ${words}\n\nSee [there](#${slug}).` });
  expect(messages).toEqual([]);
  expect(leadsTo('there')).toBe(words);
  // More has no name in a PDF (ISO 19005-3, 6.1.13).
  expect(ids.filter((id) => encodeURIComponent(id).length > 127)).toEqual([]);
});

test('a link that leads nowhere is told', async () => {
  const { messages } = await pageWith({ '20-one': '# One\n\nSee [there](#nowhere).' });
  expect(messages).toEqual(['the link "#nowhere" leads to no place in this edition']);
});
