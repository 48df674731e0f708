import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../../scripts/press/prose/markdown.ts';
import { checkOutput } from '../check-output.ts';

/** The directives of a text, with their colons. */
function directivesIn(markdown: string): readonly string[] {
  const found: string[] = [];
  visit(parseMarkdown(markdown), (node) => {
    if (node.type === 'textDirective') found.push(`:${node.name}`);
    if (node.type === 'leafDirective') found.push(`::${node.name}`);
    if (node.type === 'containerDirective') found.push(`:::${node.name}`);
  });
  return found;
}

const section = 'content/mali-small/en/20-assistance.md';
const end = (markdown: string) => checkOutput({ [section]: (text) => `${text}\n${markdown}\n` });

test.each([
  'The boats left at 10:30, the ratio is 3:1 and not 1:2:3.',
  'Verse 3:1:7, and 12:00:05 on the watch.',
  'The addresses fe80::1, 2001:db8::ff00:42:8329 and ::1.',
  '::ffff:192.0.2.1 is an address.',
  '::1',
  '::',
  ':\tred fruit',
  'apple\n:\tred fruit',
  ': a definition',
  'A smile :-) and :smile: and a:b, C:users.',
  'Ratio 1:2[a note] and a:b{c}.',
])('colons that mean nothing print as they are typed: %j', async (markdown) => {
  expect(directivesIn(markdown)).toEqual([]);
  expect(textOf(parseMarkdown(markdown))).toBe(markdown);
  expect(await end(markdown)).not.toMatch(/ {2}(?!number-typed)[a-z]+-[a-z-]+$/m);
});

test('what follows such a colon is markdown like any other', () => {
  const tree = parseMarkdown('At 10:30[by the clock](https://example.org/clock) and a:*b*.');
  const kinds = tree.children.flatMap((block) => ('children' in block ? block.children.map(({ type }) => type) : []));
  expect(kinds).toEqual(['text', 'link', 'text', 'emphasis', 'text']);
});

test.each([
  [':fact[dug]', [':fact']],
  ['one:fact[dug]', [':fact']],
  ['有:fact[dug]口井', [':fact']],
  ['(:facts[dug])', [':facts']],
  ['see :fact here', [':fact']],
  ['see :facts here', [':facts']],
  ['::chrat', ['::chrat']],
  ['::chart[dug]', ['::chart']],
  [':::warning\nA.\n:::', [':::warning']],
])('what is meant as a directive is one, right or wrong: %j', (markdown, directives) => {
  expect(directivesIn(markdown)).toEqual(directives);
});

test.each([
  ['See ::fact[dug', 'stands within a line'],
  ['::chart[dug', 'begins like a directive'],
  [':::', 'begins like a directive'],
  ['There were :facts[dug].', 'there is no directive ":facts"'],
  ['::fact', 'did you mean ":fact"'],
])('and is told where it cannot be read: %j', async (markdown, message) => {
  expect(await end(markdown)).toContain(message);
});
