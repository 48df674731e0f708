import { expect, test } from 'vitest';
import { matchSection } from '../../scripts/import/structure/headings.ts';
import { docxOf, paragraph, run } from './docx.ts';
import { imported, markdownOf } from './imported.ts';

const sections = [
  { name: 'summary', title: 'Summary' },
  { name: 'assistance', title: 'U.S. assistance' },
  { name: 'civilian-harm', title: 'Civilian harm' },
  { name: 'humanitarian', title: 'Humanitarian situation' },
];

test.each([
  ['Summary', 'summary'],
  ['1. SUMMARY:', 'summary'],
  ['Executive Summary', 'summary'],
  ['US security assistance', 'assistance'],
  ['Civilian Harm and Accountability', 'civilian-harm'],
  ['The humanitarian situation', 'humanitarian'],
  ['Humanitarian assistance by the U.S.', undefined],
  ['Recommendations', undefined],
])('the heading %j means the section %s', (heading, name) => {
  expect(matchSection(heading, sections)?.name).toBe(name);
});

test.each([
  ['the one heading above all others', '# Boats\n\n## Summary\n\nA.\n\n## More\n\nB.', 'Boats', ['Summary', 'More']],
  ['a heading that another follows at once', '# Boats\n\n# Summary\n\nA.', 'Boats', ['Summary']],
  ['none, where the first heading is a section', '# Summary\n\n## More\n\nA.', '', ['Summary']],
  ['a title over text, which heads it too', '# Boats\n\nBy nobody.\n\n## Summary\n\nA.', 'Boats', ['Boats', 'Summary']],
])('the title is %s', async (_, markdown, title, heads) => {
  const { meta, sections: made } = await imported('m.md', markdown);
  expect({ title: meta.title, heads: made.map((section) => section.title) }).toEqual({ title, heads });
});

test('bold lines are headings where a manuscript has none', async () => {
  const bold = (text: string) => paragraph(run(text, '<w:b/>'));
  const body = [
    bold('Boats of Fictonia'),
    bold('Summary'),
    paragraph('A.'),
    bold('Who folds'),
    paragraph('B.'),
    paragraph(`${run('Civilian harm', '<w:b/>')}<w:r><w:br/></w:r>${run('C.')}`),
  ].join('');
  expect(await markdownOf('m.docx', docxOf(body))).toBe(
    '# Summary\n\nA.\n\n## Who folds\n\nB.\n\n# Civilian harm\n\nC.\n',
  );
});

test('more headings than files can be numbered go into the last section', async () => {
  const { sections: made } = await imported(
    'm.md',
    Array.from({ length: 120 }, (_, nth) => `# Part ${nth}\n\nA.`).join('\n\n'),
  );
  expect(made.length).toBe(80);
  expect(made.at(-1)?.markdown).toMatch(/^# Part 79\n\nA\.\n\n## Part 80\n/);
});

test('text that no heading leads stands under one that is told', async () => {
  const { sections: made, notices } = await imported('m.txt', 'Nothing but this.');
  expect(made.map(({ markdown }) => markdown)).toEqual(['# A made heading\n\nNothing but this.\n']);
  expect(notices).toEqual([
    'the text before the first heading stands under “A made heading”: give it the heading that it should have',
  ]);
});

test('a section does not take the name of a heading within another', async () => {
  const { sections: made } = await imported('m.md', '# Summary\n\n## Boats\n\nA.\n\n# Boats!\n\nB.\n\n# Notes\n\nC.');
  expect(made.map(({ name }) => name)).toEqual(['summary', 'boats-2', 'notes-2']);
});

test('lines that mean sections are their headings in plain text without an empty line, and others stand within them', async () => {
  const long =
    'Boats were folded for as long as anybody cares to remember, and nobody has counted how many of them came back at all.';
  const lines = [
    'Executive Summary',
    long,
    'Civilian Harm at Sea',
    long,
    'By sailors',
    long,
    'Contributors and Acknowledgments',
  ];
  const people = '• Ada Notareal, Lead author, Institute One • Ben Madeup, Research fellow, Institute Two';
  const { sections, meta } = await imported('m.txt', [...lines, people].join('\n'));
  expect(sections.map(({ title }) => title)).toEqual([
    'Executive Summary',
    'Civilian Harm at Sea',
    'Contributors and Acknowledgments',
  ]);
  expect(sections[1]?.markdown).toContain('\n## By sailors\n');
  expect(meta.contributors.map(({ name }) => name)).toEqual(['Ada Notareal', 'Ben Madeup']);
});

test('the title of the series before that of the edition is not printed twice', async () => {
  const { meta } = await imported(
    'm.md',
    '# A series of boats: The Case of Fictonia\n\n## Summary\n\nBoats.\n\n## More\n\nNone.\n',
  );
  expect(meta.title).toBe('The Case of Fictonia');
});
