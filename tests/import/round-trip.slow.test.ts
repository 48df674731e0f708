import type { Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { writeMarkdown } from '../../scripts/import/pour/write-markdown.ts';
import { tidyTree } from '../../scripts/import/structure/tidy.ts';
import { splitText } from '../../scripts/press/prose/citations.ts';
import { parseMarkdown } from '../../scripts/press/prose/markdown.ts';
import { slipsIn } from '../../scripts/press/prose/slips.ts';
import { checkSection } from '../../scripts/press/prose/structure.ts';
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
    const typed = paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('\n');
    const trees = sections.map(({ markdown }) => parseMarkdown(markdown));
    const read = trees.map((tree) => tree.children.map((node) => words(text(node)).join(' ')).join(' ')).join(' ');
    expect(words(read), sections[0]?.markdown).toEqual(['Summary', ...words(typed)]);
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

/** Text that looks like every mark of markdown and of the press, besides words. */
const signs = [
  ...pieces,
  ...[
    '1:2:3',
    '3:1',
    'fe80::1',
    ':\t',
    '::: callout',
    'a:b[c]',
    ':red[x]{y}',
    'http://',
    '(www.*.org)',
    '[a]: b',
    '[a]',
  ],
  ...[
    '| a | b |',
    '|-|-|',
    '* * *',
    '_ _ _',
    ': x',
    '$x^2$',
    '==x==',
    '^2^',
    '~2~',
    '{.class}',
    '1986\\. A',
    '+ a',
    '!',
    '"',
  ],
];

/** Trees such as readers make of a text, of every kind of block and mark, one within the other. */
function someTree(random: (below: number) => number): Root {
  const called: string[] = [];
  const words = () =>
    Array.from({ length: 1 + random(4) }, () => `${signs[random(signs.length)]}${random(3) === 0 ? '' : ' '}`).join('');
  const line = (depth: number, place: 'text' | 'note'): PhrasingContent[] =>
    Array.from({ length: 1 + random(4) }, () => span(depth, place));
  const span = (depth: number, place: 'text' | 'note'): PhrasingContent => {
    const kind = random(depth > 2 ? 3 : 12);
    const inner = () => line(depth + 1, place);
    if (kind === 3 || kind === 4) return { type: 'strong', children: inner() };
    if (kind === 5 || kind === 6) return { type: 'emphasis', children: inner() };
    if (kind === 7) return { type: 'delete', children: inner() };
    if (kind === 8) return { type: 'link', url: 'https://example.org/a_b?c=<d>&e=(f g)', children: inner() };
    if (kind === 9) return { type: 'break' };
    if (kind === 10) return { type: 'inlineCode', value: words() };
    if (kind < 11 || place === 'note') return { type: 'text', value: words() };
    called.push(`note-${called.length + 1}`);
    return { type: 'footnoteReference', identifier: `note-${called.length}`, label: `note-${called.length}` };
  };
  const blocks = (depth: number, most: number, place: 'text' | 'note'): RootContent[] =>
    Array.from({ length: 1 + random(most) }, () => block(depth, place));
  const block = (depth: number, place: 'text' | 'note'): RootContent => {
    const kind = random(depth > 2 ? 3 : 9);
    const inner = () => blocks(depth + 1, 2, place) as [];
    if (kind === 3) return { type: 'heading', depth: 2, children: line(1, place) };
    if (kind === 4 || kind === 5) {
      const children = Array.from({ length: 1 + random(3) }, () => ({ type: 'listItem' as const, children: inner() }));
      return { type: 'list', ordered: kind === 4, start: random(2) === 0 ? 1 : 5, children };
    }
    if (kind === 6) return { type: 'blockquote', children: inner() };
    if (kind === 7) {
      const cell = () => ({ type: 'tableCell' as const, children: random(5) === 0 ? [] : line(1, place) });
      const row = () => ({ type: 'tableRow' as const, children: [cell(), cell()] });
      return { type: 'table', children: Array.from({ length: 1 + random(3) }, row) };
    }
    return kind === 8 ? { type: 'code', value: words() } : { type: 'paragraph', children: line(0, place) };
  };
  const body = blocks(0, 3, 'text');
  const notes = called.map(
    (name): RootContent => ({
      type: 'footnoteDefinition',
      identifier: name,
      label: name,
      children: blocks(2, 2, 'note') as [],
    }),
  );
  const heading: RootContent = { type: 'heading', depth: 1, children: [{ type: 'text', value: 'Summary' }] };
  return { type: 'root', children: [heading, ...body, ...notes] };
}

/** The blocks of a tree with their words, one in the other; an address in the text is a link by itself. */
function outline(node: Nodes): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'break') return ' ';
  if (node.type === 'link' && /^(?:https?:\/\/|mailto:)?$/.test(node.url.replace(textOf(node), '')))
    return textOf(node);
  const inner = 'children' in node ? node.children.map(outline).join('') : 'value' in node ? node.value.trim() : '';
  const kind = node.type === 'list' && node.ordered ? `list from ${node.start ?? 1}` : node.type;
  return `(${kind} ${inner.replace(/\s+/gu, ' ').trim()})`;
}

test('whatever a reader makes of a text, what is written of it is read as the same, and the press has nothing to say', () => {
  const random = randomFrom(3);
  for (let nth = 0; nth < 120; nth += 1) {
    const { tree } = tidyTree(someTree(random));
    const markdown = writeMarkdown(tree);
    const read = parseMarkdown(markdown);
    expect(outlineOfWords(read), markdown).toEqual(outlineOfWords(tree));
    expect(slipsIn(read, markdown, new Map()), markdown).toEqual([]);
    const reported: string[] = [];
    const place = { file: 'm.md', line: 1, column: 1 };
    const section = { name: 'm', file: 'm.md', markdown };
    checkSection({ section, tree: read, placeOf: () => place, placeAt: () => place }, ({ rule }) =>
      reported.push(rule),
    );
    // Nothing need call the notes of a tree that is made by chance.
    expect(
      reported.filter((rule) => rule !== 'note-unused'),
      markdown,
    ).toEqual([]);
  }
});

/** Blocks and words: marks may have to give way. */
function outlineOfWords(tree: Root): string {
  const blocks = outline(tree).replace(/\((?:strong|emphasis|delete|inlineCode) /g, '');
  return blocks.replace(/[()\s]+/gu, '');
}
