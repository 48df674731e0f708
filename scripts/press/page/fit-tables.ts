import type { Element, ElementContent, Nodes, Root, Text } from 'hast';
import { toString as textOf } from 'hast-util-to-string';
import { visit } from 'unist-util-visit';

/** Characters that the column of the text has room for in a table's letters, and a column of notes. */
const room = { text: 64, note: 40 } as const;

/** So many of them a list or a quotation takes. */
const indent = 5;

/** Characters that the whole width between the margins has room for, in the smaller letters of a crowded table. */
const crowdedRoom = 112;

/** The room between two columns, in characters. */
const gap = { usual: 2, crowded: 1 } as const;

/**
 * Makes tables of the text fit their page. A browser lets no cell be narrower than its longest word, and shrinks all pages for
 * a table that is then too wide: so words may break that are longer than their columns have room for. A table of short
 * words that does not fit the column of the text is marked as crowded, and has the whole width.
 */
export function fitTables(body: Root, where: keyof typeof room): void {
  for (const child of body.children) fitWithin(child, room[where], where === 'text');
}

function fitWithin(node: Nodes, characters: number, mayBeWide: boolean): void {
  if (node.type !== 'element') return;
  if (node.tagName === 'table') {
    fitTable(node, Math.max(characters, indent), mayBeWide);
    return;
  }
  const isIndented = node.tagName === 'li' || node.tagName === 'blockquote';
  for (const child of node.children) fitWithin(child, isIndented ? characters - indent : characters, false);
}

function fitTable(table: Element, characters: number, mayBeWide: boolean): void {
  const widest = longestWords(table);
  const usual = longestThatFits(widest, characters, gap.usual);
  if (widest.every((length) => length <= usual)) return;
  const crowded = mayBeWide && usual < 20;
  if (crowded) table.properties.className = ['crowded'];
  breakWords(table, Math.max(1, crowded ? longestThatFits(widest, crowdedRoom, gap.crowded) : usual));
}

/** The length of the longest word of each column. */
function longestWords(table: Element): readonly number[] {
  const longest: number[] = [];
  visit(table, 'element', (row) => {
    if (row.tagName !== 'tr') return;
    const cells = row.children.filter((cell) => cell.type === 'element');
    for (const [column, cell] of cells.entries()) {
      const words = textOf(cell).split(/\s+/u);
      longest[column] = words.reduce((most, word) => Math.max(most, word.length), longest[column] ?? 1);
    }
  });
  return longest;
}

/** The longest word, in characters, that every column can have so that all fit. */
function longestThatFits(widest: readonly number[], characters: number, between: number): number {
  const left = characters - between * (widest.length - 1);
  const fits = (most: number) => widest.reduce((sum, length) => sum + Math.min(length, most), 0) <= left;
  let most = 1;
  while (most < characters && fits(most + 1)) most += 1;
  return fits(Number.MAX_SAFE_INTEGER) ? Number.MAX_SAFE_INTEGER : most;
}

function breakWords(node: Nodes, longest: number): void {
  if (!('children' in node)) return;
  node.children = node.children.flatMap((child): ElementContent[] => {
    if (child.type === 'text') return breakable(child, longest);
    breakWords(child, longest);
    return [child as ElementContent];
  });
}

function breakable(text: Text, longest: number): ElementContent[] {
  return text.value.split(/(\s+)/u).map((value): ElementContent => {
    const word = { type: 'text' as const, value };
    if (value.length <= longest) return word;
    return { type: 'element', tagName: 'span', properties: { className: ['long-word'] }, children: [word] };
  });
}
