import { expect, test } from 'vitest';
import type { StructureElement, StructureNode, TaggedPdf } from '../../scripts/tools/conformance/structure.ts';
import { countVerdicts, tellVerdict } from '../../scripts/tools/conformance/verdict-words.ts';

function tag(type: string, object: number, kids: readonly StructureNode[], alt?: string): StructureElement {
  return { kind: 'element', type, object, alt, actualText: undefined, language: undefined, kids };
}
const mark = (key: string): StructureNode => ({ kind: 'mark', key, page: 3 });

const pdf: TaggedPdf = {
  structure: [
    tag('Document', 1, [
      tag('LI', 7, [mark('a')]),
      tag('Figure', 8, [mark('b')], 'Two bars'),
      tag('H2', 9, [mark('none')]),
    ]),
  ],
  texts: new Map([
    ['a', 'Security  forces of the\nSahel and many more words than anyone wants'],
    ['b', 'inside'],
  ]),
  pages: 4,
};
const root = 'root/document[0]';
const tree = `${root}/StructTreeRoot[0](5 0 obj PDStructTreeRoot)/K[0](1 0 obj SEDocument Document)`;

test.each([
  [
    '7.2-20',
    `${tree}/K[0](7 0 obj SELI LI)`,
    'page 3, list entry “Security forces of the Sahel and many more words t…”',
  ],
  ['7.3-1', `${tree}/K[1](8 0 obj SEFigure Figure)`, 'page 3, picture “Two bars”'],
  ['7.4.2-1', `${tree}/K[2](9 0 obj SEHn H2)`, 'page 3, heading of level 2 without words'],
  ['7.18.5-2', `${root}/pages[0](2 0 obj PDPage)/annots[3](12 0 obj PDLinkAnnot)`, 'page 1, a link'],
  [
    '7.1-3',
    `${root}/pages[1](2 0 obj PDPage)/contentStream[0](18 0 obj X)/content[0]`,
    'page 2, something that is drawn',
  ],
  [
    '7.21.4.1-1',
    `${root}/pages[1](2 0 obj PDPage)/contentStream[0](1 0 obj X)/operators[4]/font[0](ABCDEF+Noto)`,
    'page 2, the font Noto',
  ],
  ['5-1', root, 'the file as a whole'],
])('%s is told with the place of %s', (rule, context, place) => {
  const failures = [{ rule, description: 'The clause', count: 1, contexts: [context] }];
  const verdict = tellVerdict({ file: 'out/x.pdf', standard: 'ua1', kind: 'failed', failures }, pdf);
  expect(verdict.split('\n')[2]?.trim()).toBe(place);
  expect(verdict).toContain(`PDF/UA-1 ${rule}`);
  expect(verdict).not.toContain('The clause');
});

test('each place is told once, and a rule that fails everywhere in a few of them', () => {
  const contexts = [0, 0, 1, 2, 3, 4].map((page) => `${root}/pages[${page}](2 0 obj PDPage)/annots[0](1 0 obj A)`);
  const failures = [{ rule: '7.18.5-2', description: '', count: 90, contexts }];
  expect(
    tellVerdict({ file: 'out/x.pdf', standard: 'ua1', kind: 'failed', failures }, pdf),
  ).toBe(`out/x.pdf  PDF/UA-1  fails
    a link does not say where it leads, or is not tagged as one (90 times)
      page 1, a link
      page 2, a link
      page 3, a link
      and more
      tell those who maintain the press: PDF/UA-1 7.18.5-2
`);
});

test('a rule that nobody foresaw is told in the judge’s words', () => {
  const failures = [{ rule: '9.9-1', description: 'Pages shall be square', count: 1, contexts: [root] }];
  expect(tellVerdict({ file: 'x.pdf', standard: '3a', kind: 'failed', failures }, pdf)).toContain(
    'Pages shall be square (once)',
  );
});

test('a file that cannot be judged is told, one that passes is counted', () => {
  const unreadable = { file: 'x.pdf', standard: '3a', kind: 'unreadable', reason: 'it is cut' } as const;
  const passed = { file: 'y.pdf', standard: '3a', kind: 'passed', checks: 5 } as const;
  expect(tellVerdict(unreadable, undefined)).toBe('x.pdf  PDF/A-3a  cannot be judged: it is cut\n');
  expect(tellVerdict(passed, pdf)).toBe('');
  expect(countVerdicts([unreadable, passed])).toEqual(['PDF/A-3a: 1 of 2 pass']);
});
