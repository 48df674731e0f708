import { expect, test } from 'vitest';
import type { Character } from '../../../scripts/preview/viewer/drawing/page-contents.ts';
import { type TextBlock, type TextPart, tidyRoles } from '../../../scripts/preview/viewer/drawing/page-text.ts';
import {
  breaksAtSpace,
  createLines,
  placeActual,
  type TextLine,
} from '../../../scripts/preview/viewer/drawing/text-lines.ts';
import { fitLine, grain, groupLines } from '../../../scripts/preview/viewer/pages/fit-lines.ts';

/** Characters of 5 by 10 points, one after the other from a place. */
function row(text: string, { left = 0, top = 0, index = 0 } = {}): readonly Character[] {
  return Array.from(text, (character, at) => ({
    index: index + at,
    text: character,
    kind: character === ' ' ? ('space' as const) : ('glyph' as const),
    left: left + at * 5,
    right: left + at * 5 + 5,
    top,
    bottom: top + 10,
  }));
}

function line(words: readonly string[], place: Partial<TextLine> = {}): TextLine {
  const spaced = words.map((text, index) => ({ text, spaced: index > 0 }));
  return { kind: 'line', left: 0, right: 100, top: 0, bottom: 10, words: spaced, after: ' ', ...place };
}

const words = (lines: readonly TextLine[]) =>
  lines
    .map((each) => each.words.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join('') + each.after)
    .join('|');

test.each([
  ['plain', 'words', true],
  ['north-', 'western', false],
  ['and/', 'or', false],
  ['word—', 'dash', false],
  ['—', 'dash', true],
  ['漢字', '仮名', false],
  ['漢字', 'word', true],
])('a line that ends with “%s” before “%s” had a space there: %s', (last, next, expected) => {
  expect(breaksAtSpace([{ text: last, spaced: true }], next)).toBe(expected);
});

test('characters become the words of their lines, and what stands far apart a line of its own', () => {
  const lines = createLines();
  lines.add(row('one two', { index: 0 }), '');
  lines.add(row('three', { top: 12, index: 20 }), '');
  lines.add(row('7', { left: 25, top: 9, index: 90 }), '');
  lines.add(row('page', { left: 200, top: 12, index: 30 }), '');
  expect(words(lines.take())).toBe('one two |three7 |page');
});

test('pieces that are painted apart are one word unless there is room between them', () => {
  const lines = createLines();
  lines.add(row('call', { index: 0 }), '');
  lines.add(row('er', { left: 20, index: 50 }), '');
  lines.add(row('next', { left: 33, index: 80 }), 'fr');
  const [only] = lines.take();
  expect(only?.words).toEqual([
    expect.objectContaining({ text: 'caller', left: 0, right: 30 }),
    expect.objectContaining({ text: 'next', spaced: true, lang: 'fr' }),
  ]);
});

test('words that glyphs do not say in their order are on the line that has their letters, with their edges', () => {
  // Two lines, painted from the left; the second of them first.
  const glyphs = [...row('دحا و', { top: 20 }), ...row('نينثا', { left: 30, top: 0 }), ...row('ABC', { top: 0 })];
  const placed = placeActual('اثنين abc و احد', [...glyphs.slice(5), ...glyphs.slice(0, 5)]);
  expect(placed.map(({ text, box, left, right }) => [text, box.top, left, right])).toEqual([
    ['اثنين', 0, 30, 55],
    ['abc', 0, 0, 15],
    ['و', 20, 20, 25],
    ['احد', 20, 0, 15],
  ]);
});

test('roles that would mean nothing where they stand are taken away', () => {
  const block = (role: string, ...parts: TextPart[]): TextBlock => ({ kind: 'block', role, parts });
  const roles = (part: TextPart): unknown => (part.kind === 'line' ? 'line' : [part.role, ...part.parts.map(roles)]);
  const cell = block('cell', line(['1']));
  expect(roles(tidyRoles(block('table', block('row', cell)), undefined))).toEqual(['table', ['row', ['cell', 'line']]]);
  expect(roles(tidyRoles(block('row', cell), 'list'))).toEqual([undefined, [undefined, 'line']]);
  expect(roles(tidyRoles(block('list', block('listitem'), block('paragraph')), undefined))).toEqual([
    undefined,
    [undefined],
    ['paragraph'],
  ]);
});

test('lines of a column are a group, and the next column begins another', () => {
  const at = (top: number) => line(['word'], { top, bottom: top + 10 });
  const groups = groupLines([at(0), at(14), at(29), at(3), at(17), at(17)]);
  expect(groups.map(({ lines }) => lines.map((each) => each.line.top))).toEqual([[0, 14, 29], [3, 17], [17]]);
  // Places follow each other without a gap, and have the middles of their lines, to half a point.
  let down = groups[0]?.top ?? 0;
  for (const { line: own, height } of groups[0]?.lines ?? []) {
    expect(Math.abs(down + height / 2 - (own.top + own.bottom) / 2)).toBeLessThanOrEqual(0.5);
    down += height;
  }
});

test('another font is set as wide as the print, and spaces lead words back to where they stand', () => {
  const printed = line(['narrow', 'wide'], {
    words: [
      { text: 'narrow', spaced: false, left: 0, right: 30 },
      { text: 'wide', spaced: true, left: 40, right: 60 },
    ],
  });
  // Each letter is as wide as half its size, and so is a space.
  const { size, runs } = fitLine(printed, 'ltr', (text) => text.length / 2);
  expect(size).toBe(10 * grain);
  expect(runs).toEqual([
    { text: 'narrow', lang: undefined, wider: 0 },
    { text: ' ', lang: undefined, wider: 5 * grain },
    { text: 'wide', lang: undefined, wider: 0 },
  ]);
});
