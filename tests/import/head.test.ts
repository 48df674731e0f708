import { describe, expect, test } from 'vitest';
import { imported } from './imported.ts';
import { partnersManuscript, partnersSections } from './partners-manuscript.ts';

describe.each(Object.entries(partnersManuscript))('a manuscript of the partners’ kind in .%s', (ending, text) => {
  test('has its text in its sections, its title once and its list flat', async () => {
    const { sections } = await imported(`fleet.${ending}`, text);
    expect(sections.map(({ markdown }) => markdown)).toEqual(partnersSections);
  });
  test('has its head on the cover', async () => {
    const { meta } = await imported(`fleet.${ending}`, text);
    expect(meta).toMatchObject({
      title: 'The Case of Fictonia and the Fictonian Paper Fleet',
      date: '2031-06-15',
      partners: ['University One', 'Institute Two', 'Organisation Three'],
      contributors: [
        { name: 'Ada Notareal', role: 'Lead Author', organisation: 'University One' },
        { name: 'Ben Madeup', role: 'Research Fellow', organisation: 'Institute Two' },
        { name: 'Cleo Imaginary', role: 'Student Researchers', organisation: 'University One CENTER' },
        { name: 'Dan Invented', role: 'Student Researchers', organisation: 'University One CENTER' },
      ],
    });
  });
});

const after = '\n\n## Summary\n\nBoats.\n\n## More\n\nNone.';

test.each([
  ['By University One', ['University One']],
  ['By Paper Boat Alliance', ['Paper Boat Alliance']],
  ['By the PBA and University Two', ['PBA', 'University Two']],
  ['By Institute for Ink and Paper, and the Observatory', ['Institute for Ink and Paper', 'Observatory']],
  [
    'By Center for Folding and Unfolding, University One and Paper Boat Alliance',
    ['Center for Folding and Unfolding, University One', 'Paper Boat Alliance'],
  ],
  ['A factsheet by University One & Institute Two', ['University One', 'Institute Two']],
])('the line “%s” before the first heading names partners and is no section', async (line, partners) => {
  const { meta, sections } = await imported('m.md', `# The Case of Fictonia\n\n${line}${after}`);
  expect({ partners: meta.partners, heads: sections.map(({ title }) => title) }).toEqual({
    partners,
    heads: ['Summary', 'More'],
  });
});

test.each([
  ['June 15, 2031', '2031-06-15'],
  ['15 June 2031', '2031-06-15'],
  ['June 2031', '2031-06'],
  ['Published: 2031-06-15', '2031-06-15'],
  ['June 31, 2031', undefined],
  ['In June 2031 they sank', undefined],
])('the line “%s” gives the date %s', async (line, date) => {
  const { meta, sections } = await imported('m.md', `# The Case of Fictonia\n\n${line}${after}`);
  expect({ date: meta.date, heads: sections.length }).toEqual({ date, heads: date === undefined ? 3 : 2 });
});

test.each([
  ['over two lines', '# The Case of Fictonia<br>and the Fleet', 'The Case of Fictonia and the Fleet'],
  ['in two headings', '# The Case of Fictonia\n\n# and the Fleet', 'The Case of Fictonia and the Fleet'],
  ['as a paragraph before a date', 'The Case of Fictonia\n\nJune 2031', 'The Case of Fictonia'],
  ['as a paragraph of its own', 'The Case of Fictonia', 'The Case of Fictonia'],
  ['with a picture', '# ![A boat](data:image/gif;base64,R0lGODlh) The Case of Fictonia', 'The Case of Fictonia'],
])('a title %s is the title', async (_, head, title) => {
  const { meta } = await imported('m.md', head + after);
  expect(meta.title).toBe(title);
});

test('a line that names others than people and organisations stays in the text, and is told', async () => {
  const line = 'By University One, Fold and Ink';
  const { sections, notices, meta } = await imported('m.md', `# The Case of Fictonia\n\n${line}${after}`);
  expect(meta.partners).toEqual([]);
  expect(sections[0]?.markdown).toBe(`# The Case of Fictonia\n\n${line}\n`);
  expect(notices[0]).toContain(`“${line}” names people or organisations, but not surely which`);
});

test('lines between the title and the first heading begin the text under the title, in order, and are told', async () => {
  const { sections, notices } = await imported(
    'm.md',
    `# The Case of Fictonia\n\nA factsheet on boats\n\nJune 2031${after}`,
  );
  expect(sections.map(({ title }) => title)).toEqual(['The Case of Fictonia', 'Summary', 'More']);
  expect(notices).toEqual([
    '“A factsheet on boats” stands between the title and the first heading, so the text begins with it, under the title',
  ]);
});

test('a list of contents that somebody typed makes no sections', async () => {
  const { sections } = await imported(
    'm.md',
    '# Boats\n\nSummary\n\nCivilian harm\n\n## Summary\n\nA.\n\n## Civilian harm\n\nB.',
  );
  expect(sections.map(({ title }) => title)).toEqual(['Boats', 'Summary', 'Civilian harm']);
});

describe('a list run together', () => {
  const people = ['Ada Notareal, Editor, Institute Two', 'Ben Madeup, Author, University One'];
  const list = people.map((one) => `- ${one}\n`).join('');
  test.each([
    ['•', 'm.txt', `Summary\n\n• ${people.join(' • ')}\n`],
    ['-', 'm.txt', `Summary\n\n- ${people.join(' - ')} - Cleo Imaginary, Author, Institute Two\n`],
    ['a sign alone in its line', 'm.txt', `Summary\n\n•\n${people[0]}\n•\n${people[1]}\n`],
    ['▪ in an entry', 'm.html', `<h1>Summary</h1><ul><li>${people.join(' ▪ ')}</li></ul>`],
    ['■ in bold words', 'm.html', `<h1>Summary</h1><p><b>■ ${people.join(' ■ ')}</b></p>`],
    ['• in a quotation', 'm.html', `<h1>Summary</h1><blockquote>• ${people.join(' • ')}</blockquote>`],
  ])('by %s is one flat list', async (_, name, text) => {
    const { sections, meta } = await imported(name, text);
    const plain = (sections[0]?.markdown ?? '').replace(/\*\*|^> /gm, '');
    expect(plain).toContain(`# Summary\n\n${list}`);
    expect(meta.contributors.slice(0, 2).map(({ name: one }) => one)).toEqual(['Ada Notareal', 'Ben Madeup']);
  });
  const thanks = (last: string) =>
    `Summary\n\nContributors: • ${people.join(' • ')} • Cleo Imaginary, Student, ${last}`;
  test.each([
    [
      'a sentence ends',
      'Institute Two. All would like to thank Dan.',
      'Institute Two.',
      'All would like to thank Dan.',
    ],
    [
      'the organisation of another entry ends',
      'University One PBA and ORG are grateful to Dan.',
      'University One',
      'PBA and ORG are grateful to Dan.',
    ],
    ['a name stands twice', 'School Four PBA PBA and ORG thank all.', 'School Four PBA', 'PBA and ORG thank all.'],
  ])('is parted from the thanks where %s', async (_, last, entry, rest) => {
    const { sections } = await imported('m.txt', thanks(last));
    expect(sections[0]?.markdown).toContain(`- Cleo Imaginary, Student, ${entry}\n\n${rest}\n`);
  });
  test('stays whole where nothing says where it ends, and that is told', async () => {
    const { sections, notices, meta } = await imported(
      'm.txt',
      thanks('School Four PBA and ORG would like to thank all.'),
    );
    expect(sections[0]?.markdown).toContain(
      '- Cleo Imaginary, Student, School Four PBA and ORG would like to thank all.\n',
    );
    expect(notices[0]).toContain('the entry “Cleo Imaginary, …” of a list runs into thanks');
    expect(meta.contributors.at(-1)).toEqual({ name: 'Cleo Imaginary', role: 'Student' });
  });
});
