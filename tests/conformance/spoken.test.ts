import { expect, test } from 'vitest';
import { compareSpoken, readPage, readSpoken } from '../../scripts/tools/conformance/spoken.ts';
import type { StructureElement, StructureNode } from '../../scripts/tools/conformance/structure.ts';

/** A tag; a text in it is a piece of marked content that draws it. */
function tag(
  type: string,
  kids: readonly (StructureNode | string)[],
  says: { readonly alt?: string; readonly actualText?: string; readonly language?: string } = {},
): StructureElement {
  const nodes = kids.map((kid): StructureNode => (typeof kid === 'string' ? { kind: 'mark', key: kid, page: 1 } : kid));
  const { alt, actualText, language } = says;
  return { kind: 'element', type, object: undefined, alt, actualText, language, kids: nodes };
}

const click: StructureNode = { kind: 'annotation' };

function differences(html: string, ...structure: readonly StructureElement[]): readonly string[] {
  // Each piece of marked content has its own text for its key.
  const texts = { get: (key: string) => key } as ReadonlyMap<string, string>;
  return compareSpoken(readPage(html), readSpoken({ structure, texts, pages: 1 }));
}

test.each([
  ['words over several tags', '<p>One <em>two</em> three</p>', [tag('P', ['One ', tag('Span', ['two']), ' three'])]],
  ['headings of each level', '<h1>A</h1><h2>B</h2>', [tag('H1', ['A']), tag('H2', ['B'])]],
  ['a list with its marks', '<ol><li>a</li></ol>', [tag('L', [tag('LI', [tag('Lbl', ['1.']), tag('LBody', ['a'])])])]],
  ['a list without marks', '<ul><li>a</li></ul>', [tag('L', [tag('LI', [tag('LBody', ['a'])])])]],
  [
    'a note whose number is its label',
    '<ol><li id="note-1"><a href="#c">1</a> words</li></ol>',
    [tag('L', [tag('LI', [tag('Note', [tag('Lbl', [tag('Link', ['1', click])]), ' words'])])])],
  ],
  ['contents', '<ol><li>a</li></ol>', [tag('TOC', [tag('TOCI', ['a'])])]],
  [
    'a table',
    '<table><tr><th>a</th></tr><tr><td>b</td></tr></table>',
    [tag('Table', [tag('TR', [tag('TH', ['a'])]), tag('TR', [tag('TD', ['b'])])])],
  ],
  [
    'a drawing by its alternative text',
    '<svg aria-label="Two bars"><text>17</text></svg>',
    [tag('Figure', ['17'], { alt: 'Two bars' })],
  ],
  ['a picture that is decoration', '<p>a<img alt="" src="x"></p>', [tag('P', ['a'])]],
  ['words that stand for what is drawn', '<p>abc</p>', [tag('P', [tag('Span', ['cba'], { actualText: 'abc' })])]],
  ['soft hyphens, ligatures and line ends', '<p>of­fice staff</p>', [tag('P', ['oﬃce\nsta', 'ﬀ'])]],
  [
    'words in another language',
    '<p>a <span lang="fr">b</span></p>',
    [tag('P', ['a', tag('Span', ['b'], { language: 'fr' })])],
  ],
  ['a link that can be clicked', '<a href="#x">a</a>', [tag('Link', ['a', tag('Span', [click])])]],
])('%s: the tags say what the page says', (_, html, structure) => {
  expect(differences(html, ...structure)).toEqual([]);
});

test.each([
  [
    'words that are lost',
    '<p>One two three</p>',
    [tag('P', ['One three'])],
    'after “Onet” the page says “wothree” and the tags “hree”',
  ],
  [
    'words in another order',
    '<p>a</p><p>b</p>',
    [tag('P', ['b']), tag('P', ['a'])],
    'after “” the page says “ab” and the tags “b”',
  ],
  ['words that only the tags say', '<p>a</p>', [tag('P', ['a', 'b'])], 'after “a” the page says “” and the tags “b”'],
  ['an end that is lost', '<p>a b</p>', [tag('P', ['a'])], 'the tags end before “b”'],
  [
    'labels that are read with their drawing',
    '<svg aria-label="Two bars"></svg>',
    [tag('Figure', ['17'])],
    'after “” the page says “Twobars” and the tags “17”',
  ],
  [
    'capitals that a style makes',
    '<p>Of paper</p>',
    [tag('P', ['OF PAPER'])],
    'after “O” the page says “fpaper” and the tags “FPAPER”',
  ],
  [
    'a language that is lost',
    '<p>a <span lang="fr">b</span></p>',
    [tag('P', ['a b'])],
    'in the language fr the page says “b” and the tags “”',
  ],
  ['a heading of another level', '<h2>a</h2>', [tag('H3', ['a'])], 'the page has 1 × H2, the tags 0'],
  [
    'a cell that is lost',
    '<table><tr><td></td></tr></table>',
    [tag('Table', [tag('TR', [])])],
    'the page has 1 × table cell, the tags 0',
  ],
  [
    'a figure within a figure',
    '<img alt="a">',
    [tag('Figure', [tag('Figure', [], { alt: 'a' })])],
    'the page has 1 × figure, the tags 2',
  ],
  ['a link that cannot be clicked', '<a href="#x">a</a>', [tag('Link', ['a'])], 'the page has 1 × link, the tags 0'],
  [
    'a note that is none',
    '<ol><li id="note-1">a</li></ol>',
    [tag('L', [tag('LI', ['a'])])],
    'the page has 1 × note, the tags 0',
  ],
])('%s: the difference is told', (_, html, structure, difference) => {
  expect(differences(html, ...structure)).toContain(difference);
});
