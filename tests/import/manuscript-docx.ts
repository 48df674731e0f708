import { call, docxOf, entry, paragraph, picture, run, table } from './docx.ts';

/** The smallest picture there is: one pixel. */
export const pixel = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** A manuscript on what there is not, with what manuscripts of Word have: every form of text and every usual fault. */
export function manuscriptDocx(alt = 'A buoy in the harbor'): Uint8Array {
  return docxOf(
    [
      paragraph('The Case of Fictonia and the Fictonian Paper Fleet', 'Title'),
      paragraph('By Ada Notareal and Ben Madeup'),
      paragraph('June 15, 2031'),
      paragraph('Summary 1', 'TOC1'),
      paragraph('Summary', 'Heading1'),
      paragraph(
        `${run('“Paper boats”\u00A0are ')}${run('folded ', '<w:b/>')}${run('by hand', '<w:b/>')}${run(' in Fictonia, ')}${run('as nobody says', '<w:i/>')}${run('.')}${call(2)}${run(' In 2030 the fleet folded 401 boats, which is to say: • more than before • fewer than after')}`,
      ),
      paragraph(
        `${run('The harbor ')}<w:ins w:id="1" w:author="a">${run('of the capital ')}</w:ins><w:del w:id="2" w:author="a"><w:r><w:delText>of nowhere </w:delText></w:r></w:del>${run('is ')}<w:hyperlink r:id="link1">${run('on the map')}</w:hyperlink>${run(' that nobody drew.')}${call(3)}`,
      ),
      paragraph('Who folds', 'Heading3'),
      entry('Sailors of *no* ship, [@nobody] and :fact[nothing] among them'),
      entry('Others; see [^none] & <b>all</b> of 10:a'),
      paragraph('U.S. assistance to Fictonia', 'Heading1'),
      paragraph('Assistance came to $16.56 million and 13% of it was paper.'),
      table([
        ['Year', 'Boats | hulls'],
        ['2029', '312'],
        ['2030', '401'],
      ]),
      paragraph(picture('picture1', alt)),
      paragraph(`${picture('picture2', 'A boat at sea')}`),
      paragraph('Recommendations', 'Heading1'),
      paragraph('# Fold slowly.'),
      paragraph('1. Do not count on paper. 2. Count boats.'),
      paragraph('Contributors', 'Heading1'),
      entry('Ada Notareal, Lead author, Institute of Invented Studies'),
      entry('Cleo Imaginary, Paper Boat Alliance'),
    ].join(''),
    {
      footnotes: ['The Invented Register, p. 3.', 'It is said that two maps are there.'],
      links: ['https://example.org/map'],
      pictures: [pixel, pixel],
    },
  );
}

/** What is printed of it, in its order. */
export const sentences: readonly string[] = [
  'Summary',
  '“Paper boats” are folded by hand in Fictonia, as nobody says.',
  'In 2030 the fleet folded 401 boats, which is to say:',
  'more than before',
  'fewer than after',
  'The harbor of the capital is on the map that nobody drew.',
  'Who folds',
  'Sailors of *no* ship, [@nobody] and :fact[nothing] among them',
  'Others; see [^none] & <b>all</b> of 10:a',
  'U.S. assistance to Fictonia',
  'Assistance came to $16.56 million and 13% of it was paper.',
  'Year Boats | hulls 2029 312 2030 401',
  'Recommendations',
  '# Fold slowly.',
  '1. Do not count on paper. 2. Count boats.',
  'Contributors',
  'Ada Notareal, Lead author, Institute of Invented Studies',
  'Cleo Imaginary, Paper Boat Alliance',
  'The Invented Register, p. 3.',
  'It is said that two maps are there.',
];
