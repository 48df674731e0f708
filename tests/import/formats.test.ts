import { describe, expect, test } from 'vitest';
import { docxOf, paragraph, run, table } from './docx.ts';
import { imported, markdownOf } from './imported.ts';
import { pixel } from './manuscript-docx.ts';

describe('plain text', () => {
  test.each([
    [
      'a line that names a section is its heading',
      'Summary\nBoats fold.\n\nBoats sink.',
      '# Summary\n\nBoats fold.\n\nBoats sink.\n',
    ],
    [
      'a line that reads like a heading is one',
      'Summary\n\nBoats fold.\n\nWho folds\n\nNobody does.',
      '# Summary\n\nBoats fold.\n\n## Who folds\n\nNobody does.\n',
    ],
    [
      'wrapped lines are a paragraph',
      'Summary\n\nBoats\nfold.\n\nThey sink.',
      '# Summary\n\nBoats fold.\n\nThey sink.\n',
    ],
    [
      'lines without empty ones between are paragraphs',
      'Summary\nBoats fold.\nThey sink.',
      '# Summary\n\nBoats fold.\n\nThey sink.\n',
    ],
    [
      'lists keep their entries and numbers',
      'Summary\n\n• one\n  more\n• two\n\n1. first\n2. second',
      '# Summary\n\n- one more\n- two\n\n1. first\n2. second\n',
    ],
    [
      'a list that lacks line ends is a list',
      'Summary\n\nThere are: • one • two',
      '# Summary\n\nThere are:\n\n- one\n- two\n',
    ],
    ['spaces that do not break stay', 'Summary\n\n10\u00A0boats', '# Summary\n\n10\u00A0boats\n'],
    [
      'text before the first heading stands under one that is told',
      'Boats fold well.\n\nSummary\n\nThey do.',
      '# A made heading\n\nBoats fold well.\n\n# Summary\n\nThey do.\n',
    ],
  ])('%s', async (_, text, markdown) => {
    expect(await markdownOf('m.txt', text)).toBe(markdown);
  });
});

describe('markdown', () => {
  test.each([
    [
      'skipped levels are closed up',
      '## Summary\n\n#### Boats\n\nA.\n\n### Ships\n\nB.',
      '# Summary\n\n## Boats\n\nA.\n\n## Ships\n\nB.\n',
    ],
    [
      'HTML is read as what it says',
      '# Summary\n\nA <b>bold</b> boat.<br>\nAnother.<!-- not this -->',
      '# Summary\n\nA **bold** boat.\\\nAnother.\n',
    ],
    [
      'links by reference and notes keep their targets',
      '# Summary\n\n[A boat][b][^1].\n\n# Civilian harm\n\nNone.\n\n[b]: https://example.org\n[^1]: Of *paper*.',
      '# Summary\n\n[A boat](https://example.org)[^note-1].\n\n[^note-1]: Of *paper*.\n\n# Civilian harm\n\nNone.\n',
    ],
    [
      'links within the manuscript and to files are words',
      '# Summary\n\n[see below](#x), [a file](file:///c/x.doc)',
      '# Summary\n\nsee below, a file\n',
    ],
    [
      'marks of the press are text',
      '# Summary\n\n:fact[x] [@y] ::chart[z]\n\n::chart[z]\n\n:::callout[a]\nb\n:::',
      '# Summary\n\n\\:fact\\[x] \\[\\@y] :\\:chart\\[z]\n\n:\\:chart\\[z]\n\n\\::\\:callout\\[a] b :::\n',
    ],
  ])('%s', async (_, text, markdown) => {
    expect(await markdownOf('m.md', text)).toBe(markdown);
  });
});

describe('HTML', () => {
  const notes = [
    [
      'Word',
      '<p>A boat<a href="#_ftn1" name="_ftnref1">[1]</a>.</p><div id="ftn1"><p><a href="#_ftnref1" name="_ftn1">[1]</a> Of paper.</p></div>',
    ],
    [
      'LibreOffice',
      '<p>A boat<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>.</p><div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Of paper.</p></div>',
    ],
    [
      'pandoc',
      '<p>A boat<a href="#fn1" class="footnote-ref" id="fnref1"><sup>1</sup></a>.</p><section id="footnotes"><hr><ol><li id="fn1"><p>Of paper.<a href="#fnref1" class="footnote-back">↩︎</a></p></li></ol></section>',
    ],
  ] as const;
  test.each(notes)('notes as %s writes them are notes', async (_, body) => {
    const page = `<!doctype html><title>x</title><h1>Summary</h1>${body}`;
    expect(await markdownOf('m.html', page)).toBe('# Summary\n\nA boat[^note-1].\n\n[^note-1]: Of paper.\n');
  });
  test('a link that only looks like a call stays in the text', async () => {
    const page = '<h1>Summary</h1><p>See <a href="#part">2</a>.</p><p id="part">The part.</p>';
    expect(await markdownOf('m.html', page)).toBe('# Summary\n\nSee 2.\n\nThe part.\n');
  });
  test.each([
    ['deleted text', '<p>A <del>red</del><ins>blue</ins> boat</p>', 'A blue boat'],
    ['raised digits', '<p>10 m<sup>2</sup>, the 1<sup>st</sup></p>', '10 m², the 1st'],
    ['bold that ends in a space', '<p><b>bold </b>word<b> </b></p>', '**bold** word'],
    [
      'a caption',
      '<table><caption>Boats</caption><tr><td>a<td>b<tr><td>c<td><p>d</p><p>e</p></table>',
      'Boats\n\n| a | b |\n| - | - |\n| c | d e |',
    ],
    ['a frame around text', '<table><tr><td><h3>Boats</h3><p>Fold.</p></table>', '> **Boats**\n>\n> Fold.'],
    ['a heading in a list', '<ul><li><h3>Boats</h3></ul>', '- **Boats**'],
    ['an empty heading', '<h2> </h2><p>Boats</p>', 'Boats'],
    ['scripts', '<script>x</script><style>y</style><p>Boats</p>', 'Boats'],
  ])('of %s what counts is kept', async (_, body, markdown) => {
    expect(await markdownOf('m.html', `<h1>Summary</h1>${body}`)).toBe(`# Summary\n\n${markdown}\n`);
  });
  test('pictures come along, from its folder and from the text itself', async () => {
    const page = `<h1>Summary</h1><p><img src="boat.png" alt="A boat"><img src="data:image/png;base64,${pixel.toString('base64')}"><img src="https://example.org/b.png"></p>`;
    const { sections, pictures, notices } = await imported('m.html', page, { 'boat.png': pixel });
    expect(sections[0]?.markdown).toBe(
      '# Summary\n\n![A boat](images/m-1.png)![](images/m-2.png)[https://example.org/b.png](https://example.org/b.png)\n',
    );
    expect([...pictures.keys()]).toEqual(['images/m-1.png', 'images/m-2.png']);
    expect(notices[0]).toContain('the picture "https://example.org/b.png" is not in the manuscript');
  });
});

describe('Word', () => {
  test('moved and deleted text is as it is after all changes', async () => {
    const body = [
      paragraph('Summary', 'Heading1'),
      `<w:p>${run('A ')}<w:moveFrom w:id="1">${run('red ')}</w:moveFrom>${run('boat')}<w:moveTo w:id="2">${run(', red')}</w:moveTo></w:p>`,
      `<w:p><w:pPr><w:rPr><w:del w:id="3"/></w:rPr></w:pPr>${run('One ')}</w:p>${paragraph('paragraph.')}`,
    ].join('');
    expect(await markdownOf('m.docx', docxOf(body))).toBe('# Summary\n\nA boat, red\n\nOne paragraph.\n');
  });
  test('a table without a head has its first row as head', async () => {
    const body = `${paragraph('Summary', 'Heading1')}${table([
      ['a', 'b'],
      ['', 'd'],
    ])}`;
    expect(await markdownOf('m.docx', docxOf(body))).toBe('# Summary\n\n| a | b |\n| - | - |\n| | d |\n');
  });
  test('a formula is left out, and told', async () => {
    const math = 'http://schemas.openxmlformats.org/officeDocument/2006/math';
    const part = (name: string, text: string) => `<m:${name}><m:r><m:t>${text}</m:t></m:r></m:${name}>`;
    const formula = `<m:oMath xmlns:m="${math}"><m:f>${part('num', 'x')}${part('den', '2')}</m:f></m:oMath>`;
    const body = `${paragraph('Summary', 'Heading1')}<w:p>${run('So ')}${formula}</w:p>`;
    const { sections, remarks } = await imported('m.docx', docxOf(body));
    expect(sections[0]?.markdown).toBe('# Summary\n\nSo\n');
    expect(remarks).toEqual([
      { kind: 'formula', effect: 'left out', near: 'So', words: expect.stringMatching(/x.*2/) },
    ]);
  });
  test('what is not a Word document is refused with a cure', async () => {
    await expect(imported('m.docx', 'no zip')).rejects.toThrow('save it anew as a Word document (.docx)');
    await expect(imported('m.xyz', 'x')).rejects.toThrow('save it as .docx, .html');
  });
});
