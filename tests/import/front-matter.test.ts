import { expect, test } from 'vitest';
import { imported } from './imported.ts';

const text = (before: string, after: string) =>
  `# The Case of Fictonia\n\n${before}\n\n## Summary\n\nBoats.\n\n${after}`;

test.each([
  [
    'a line of names',
    text('By Ada Notareal, Dr. Ben Q. Madeup, and Cleo van der Imaginary', ''),
    ['Ada Notareal', 'Dr. Ben Q. Madeup', 'Cleo van der Imaginary'],
  ],
  [
    'a list under a heading that speaks of authors',
    text('', '## About the authors\n\n- Ada Notareal, Institute of Invented Studies\n- Ben Madeup, Researcher'),
    ['Ada Notareal @Institute of Invented Studies', 'Ben Madeup as Researcher'],
  ],
  [
    'a list of names, roles and organisations in one line',
    text('', '• Ada Notareal, Lead author, Institute • Ben Madeup, Research fellow, Observatory'),
    ['Ada Notareal as Lead author @Institute', 'Ben Madeup as Research fellow @Observatory'],
  ],
  [
    'a name with no more than itself is not made poorer',
    text('By Ada Notareal', '## Contributors\n\n- Ada Notareal, Editor, Institute'),
    ['Ada Notareal as Editor @Institute'],
  ],
  [
    'those who are thanked',
    text('', '## Acknowledgments\n\n- Ada Notareal, Researcher, Institute\n- Ben Madeup, Researcher, Institute'),
    [],
  ],
  ['people whom the text tells of', text('', '- Ada Notareal, farmer, Nowhere\n- Ben Madeup, herder, Elsewhere'), []],
  ['places', text('', '- North Fictonia, South Fictonia, the coast\n- Paper Bay, Ink Bay, the sea'), []],
  ['a sentence that begins with By', text('By June 2031 the boats were gone.', ''), []],
  ['a line of names within a section', text('', 'By Ada Notareal'), []],
])('%s', async (_, markdown, expected) => {
  const { meta } = await imported('m.md', markdown);
  const contributors = meta.contributors.map(
    ({ name, role, organisation }) => `${name}${role ? ` as ${role}` : ''}${organisation ? ` @${organisation}` : ''}`,
  );
  expect(contributors).toEqual(expected);
});
