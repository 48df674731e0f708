import { expect, test } from 'vitest';
import { docxOf, paragraph, run } from './docx.ts';
import { imported } from './imported.ts';

const heading = (text: string) => paragraph(run(text), 'Heading1');
const docx = docxOf(
  [
    heading('Summary'),
    paragraph(run('Boats ') + run('fold [1]', '<w:b/>') + run('.')),
    paragraph(run('[1] A ') + run('note', '<w:i/>') + run('.')),
  ].join(''),
);

test.each([
  ['.docx', 'm.docx', docx],
  ['.md', 'm.md', '# Summary\n\nBoats **fold [1]**.\n\n\\[1] A *note*.\n'],
  ['.html', 'm.html', '<h1>Summary</h1><p>Boats <b>fold [1]</b>.</p><p>[1] A <i>note</i>.</p>'],
])('notes that somebody typed are notes in %s, too, with the marks around them', async (_, name, content) => {
  const { sections } = await imported(name, content);
  expect(sections.map(({ markdown }) => markdown)).toEqual([
    '# Summary\n\nBoats **fold**[^note-1].\n\n[^note-1]: A *note*.\n',
  ]);
});

test.each([
  ['that nothing calls', '# Summary\n\nBoats fold.\n\n\\[1] A note.'],
  ['that do not count from 1', '# Summary\n\nBoats fold [2].\n\n\\[2] A note.'],
  ['that are called by a link alone', '# Summary\n\nBoats [\\[1\\]](https://example.org).\n\n\\[1] A note.'],
  ['beside notes of markdown', '# Summary\n\nBoats[^1] fold [1].\n\n\\[1] A note.\n\n[^1]: Another.'],
])('notes %s stay text', async (_, markdown) => {
  const { sections } = await imported('m.md', markdown);
  expect(sections[0]?.markdown).toMatch(/\n\\\[[12]\] A note\.\n/);
});
