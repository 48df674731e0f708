import { expect, test } from 'vitest';
import type { Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';
import { placeOfOffset } from '../../scripts/press/numbers/source-places.ts';
import { parseMarkdown } from '../../scripts/press/prose/markdown.ts';
import { checkSection } from '../../scripts/press/prose/structure.ts';

/** The line and column of all that is told, with its message and cure. */
function messagesFor(markdown: string): readonly string[] {
  const found: Omit<Diagnostic, 'severity'>[] = [];
  const placeAt = (offset: number) => placeOfOffset(markdown, '', offset);
  const section = { name: '', file: '', markdown };
  const placeOf = () => ({ file: '', line: 1, column: 1 });
  checkSection({ section, tree: parseMarkdown(markdown), placeOf, placeAt }, (one) => void found.push(one));
  const shapes = found.filter(({ rule }) => rule === 'table-shape');
  return shapes.map(({ place, message, cure }) => `${place.line}:${place.column} ${message}; ${cure}`);
}

const head = '| a | b | c |\n|---|---|---|';

test.each([
  [`${head}\n| 1 | 2 | 3 | LOST |`, '3:15 the row has 4 cells, and its table 3 heads: "LOST" would not be printed'],
  [`${head}\n| 1 | 2 | 3 | | **so** |`, '3:17 the row has 5 cells, and its table 3 heads: "so" would not be printed'],
  [`${head}\n| 1 | 2 |`, '3:1 the row has 2 cells, and its table 3 heads; write a cell for each head'],
  [
    `${head}\n| 1 | 2 | 3 |\nWords under it.`,
    '4:1 the row has 1 cell, and its table 3 heads; put an empty line before it',
  ],
  [`> ${head.replace('\n', '\n> ')}\n> | 1 |`, '3:3 the row has 1 cell, and its table 3 heads'],
  ['| a | b |\n| 1 | 2 |', '1:1 this looks like a table but is not one'],
  ['Words:\n| a | b |\n| 1 | 2 |', '2:1 this looks like a table but is not one'],
  ['> | a | b |\n> | 1 | 2 |', '1:3 this looks like a table but is not one'],
  ['| a | b |\n| :fact[x] | *so* |', 'write |---|---| under its head'],
  [`${head}\n| 1 | 2 | 3 |\n\n| 4 | 5 | 6 |`, '5:1 this looks like a table but is not one'],
  ['| a | b | c |\n|---|---|\n| 1 | 2 | 3 |', '2:1 the line of dashes has 2 parts, and the head above it 3 cells'],
])('a table that prints less than was typed is told: %j', (markdown, message) => {
  expect(messagesFor(markdown)).toEqual([expect.stringContaining(message)]);
});

test.each([
  `${head}\n| 1 | 2 | 3 |\n| 1 | | |\n| 1 | 2 | 3 | |`,
  'a | b\n--|--\n1 | 2',
  `${head}\n| 1 | a \\| b | \`c \\| d\` |\n\nWords under it.`,
  '|x| is never below zero, and |y| neither',
  'Either | or, and x | y',
  '```\n| a | b |\n| 1 | 2 |\n```',
  '\\| a \\| b \\|',
])('what is whole, or no table, is not told: %j', (markdown) => {
  expect(messagesFor(markdown)).toEqual([]);
});
