import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../scripts/press/prose/markdown.ts';
import { splitText } from '../../scripts/press/prose/split-text.ts';
import { docxOf, paragraph, run } from './docx.ts';
import { imported } from './imported.ts';
import { randomFrom } from './random.ts';

/** What manuscripts hold: words, and every sign that means something to markdown or to the press. */
const pieces = [
  ...[
    'boat',
    'Paper',
    'fold',
    'no',
    '1,277',
    '$16.56',
    '54%',
    'U.S.',
    'e.g.',
    'don’t',
    '“ships”',
    '10\u00A0kg',
    'naïve',
    'العربية',
  ],
  ...[
    '*',
    '**',
    '_',
    '__',
    'snake_case',
    '`',
    '```',
    '~',
    '~~',
    '#',
    '##',
    '>',
    '+',
    '-',
    '–',
    '—',
    '---',
    '===',
    '1.',
    '2)',
    '|',
    '\\',
    '\\*',
  ],
  ...[
    '[',
    ']',
    '[x](y)',
    '![a](b)',
    '[^1]',
    '[^1]:',
    '[@source]',
    '[@a; @b, p. 3]',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '&amp;',
    '&',
    '&#35;',
    '<https://x.org>',
  ],
  ...[
    ':fact[x]',
    '::chart[y]',
    ':::',
    ':::callout[z]',
    '::',
    ':',
    '10:a',
    '{as=short}',
    'https://example.org/a_b',
    'www.example.org',
    'a@example.org',
    '•',
    '·',
    '*a*',
    '***',
  ],
];

const marks = ['', '', '', '<w:b/>', '<w:i/>', '<w:b/><w:i/>', '<w:strike/>'];

function someText(random: (below: number) => number): string {
  return Array.from({ length: 1 + random(9) }, () => {
    const piece = pieces[random(pieces.length)] ?? '';
    return `${piece}${random(4) === 0 ? '' : ' '}`;
  }).join('');
}

/** The words of a text that print: without the signs that part the entries of a list. */
function words(text: string): readonly string[] {
  return text.replace(/[•]/gu, ' ').split(/\s+/u).filter(Boolean);
}

test('whatever a manuscript says, the press reads the same words in the same order, and no mark of its own', async () => {
  const random = randomFrom(7);
  for (let nth = 0; nth < 200; nth += 1) {
    const paragraphs = Array.from({ length: 1 + random(5) }, () =>
      Array.from({ length: 1 + random(4) }, () => ({
        text: someText(random),
        marks: marks[random(marks.length)] ?? '',
      })),
    );
    const body = paragraphs.map((runs) => paragraph(runs.map((one) => run(one.text, one.marks)).join('')));
    const { sections } = await imported('m.docx', docxOf(paragraph('Summary', 'Heading1') + body.join('')));
    const told = paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('\n');
    const trees = sections.map(({ markdown }) => parseMarkdown(markdown));
    const read = trees.map((tree) => tree.children.map((node) => words(text(node)).join(' ')).join(' ')).join(' ');
    expect(words(read), sections[0]?.markdown).toEqual(['Summary', ...words(told)]);
    for (const tree of trees) {
      visit(tree, (node) => {
        expect([
          'html',
          'textDirective',
          'leafDirective',
          'containerDirective',
          'code',
          'image',
          'footnoteReference',
        ]).not.toContain(node.type);
        if (node.type === 'text')
          expect(
            splitText(node.value).every(({ kind }) => kind === 'words'),
            node.value,
          ).toBe(true);
      });
    }
  }
});

test('plain text keeps its words, whatever its lines are', async () => {
  const random = randomFrom(5);
  const plain = pieces.filter((piece) => !/^(?:[-+*–—·•]|\d[.)])$/.test(piece));
  for (let nth = 0; nth < 100; nth += 1) {
    const lines = Array.from({ length: 1 + random(20) }, () =>
      random(4) === 0 ? '' : Array.from({ length: 1 + random(12) }, () => plain[random(plain.length)]).join(' '),
    );
    const content = `Summary\n${lines.join(random(2) === 0 ? '\n' : '\r\n')}`;
    const { sections } = await imported('m.txt', content);
    const read = sections.flatMap(({ markdown }) => parseMarkdown(markdown).children.map(text)).join(' ');
    expect(words(read), content).toEqual(words(content));
  }
});

/** Blocks apart, so that the words of two entries do not run together. */
function text(node: Parameters<typeof textOf>[0]): string {
  const parts: string[] = [];
  visit(node as Parameters<typeof visit>[0], 'paragraph', (paragraph) => {
    parts.push(textOf(paragraph));
  });
  return parts.length > 0 ? parts.join(' ') : textOf(node);
}

test('a manuscript of 50,000 words is taken over word by word', async () => {
  const random = randomFrom(11);
  const sentence = () => `${Array.from({ length: 12 }, () => pieces[random(14)]).join(' ')}.`;
  const chapters = Array.from({ length: 40 }, (_, nth) => [
    paragraph(`Chapter ${nth + 1}`, 'Heading1'),
    ...Array.from({ length: 21 }, () => paragraph(Array.from({ length: 5 }, sentence).join(' '))),
  ]);
  const { sections, words: count } = await imported('m.docx', docxOf(chapters.flat().join('')));
  expect(sections.length).toBe(40);
  expect(count).toBeGreaterThan(50_000);
});
