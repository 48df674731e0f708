import { expect, test } from 'vitest';
import { adoptedFile, keptFigures } from '../../scripts/import/pour/kept-figures.ts';

const labelled = { figures: 'labelled', ownSources: new Set(['fleet-factsheet']) } as const;
const own = { figures: 'as before', ownSources: new Set<string>() } as const;

const section = `# Harm

Old text that gives way [@gazette].

::chart[boats]

:::key-figures
- :fact[folded] boats folded [@fleet-factsheet; @gazette, p. 2][^note-1]
- :fact[lost] boats lost [@fleet-factsheet].[^ours]
:::

[^note-1]: Of paper. The groups of boats are ours. See [@fleet-factsheet].
[^ours]: We found no count.
[^old]: Of the old text.
`;

test('figures of a section stay, without the voice of those who made them and without the edition as its own source', () => {
  const { title, figures, notes } = keptFigures(section, labelled);
  expect(title).toBe('Harm');
  expect(figures.map(({ name }) => name)).toEqual(['chart boats', 'key-figures']);
  expect(figures[1]?.markdown).toBe(
    ':::key-figures{adopted=false}\n- :fact[folded] boats folded [@gazette, p. 2][^kept-note-1]\n- :fact[lost] boats lost.\n:::',
  );
  // A note of which nothing is left is not called.
  expect(notes).toEqual(['[^kept-note-1]: Of paper. See.']);
});

test('figures of an edition of the authors’ own stay as they are', () => {
  const { figures, notes } = keptFigures(section, own);
  expect(figures[1]?.markdown).toContain('[@fleet-factsheet; @gazette, p. 2][^kept-note-1]');
  expect(figures[1]?.markdown).not.toContain('adopted');
  expect(notes).toContain('[^ours]: We found no count.');
});

const chart = `# A chart.
title: Boats of paper sink # a finding
source: [fleet-factsheet, gazette]
note: >-
  Counted at night. Our sources give no figure for the day. The U.S. counted, too.
data:
  query: |
    select 'us' as country
more_data:
  acts: { dataset: acts, source: fleet-factsheet }
`;

test('the file of a figure says that it is not adopted, and keeps all else as it was written', () => {
  expect(adoptedFile(chart, labelled)).toBe(`# A chart.
title: Boats of paper sink # a finding
source: [ gazette ]
note: >-
  Counted at night. The U.S. counted, too.
data:
  query: |
    select 'us' as country
more_data:
  acts: { dataset: acts, source: [] }
adopted: false # true, once the partners take it as theirs
`);
});

test('a figure that its authors have adopted, or whose file cannot be read, is left alone', () => {
  expect(adoptedFile('title: Boats\nadopted: true\n', labelled)).toBe('title: Boats\nadopted: true\n');
  expect(adoptedFile('title: "Boats\n', labelled)).toBe('title: "Boats\n');
  expect(adoptedFile(chart, own)).toBe(chart);
});
