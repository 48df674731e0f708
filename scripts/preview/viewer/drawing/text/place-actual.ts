import type { Character } from './character.ts';
import { around, type Box, isOnLine } from './line-box.ts';

/** A word with its line, and its edges where they are known. */
export interface PlacedWord {
  readonly text: string;
  readonly box: Box;
  readonly left?: number;
  readonly right?: number;
}

interface GlyphLine {
  readonly box: Box;
  readonly glyphs: readonly Character[];
}

/**
 * Puts the words of a text on the lines of the glyphs that stand for it. Glyphs of a line come in an order that need not
 * be that of the text; but a word is on the first line that still has all of its letters.
 */
export function placeActual(text: string, characters: readonly Character[]): readonly PlacedWord[] {
  const lines = linesOf(characters.filter(({ kind, text: own }) => kind === 'glyph' && own !== ''));
  const left = lines.map(({ glyphs }) => countLetters(glyphs.map((glyph) => glyph.text).join('')));
  const words = text.split(/\s+/).filter((word) => word !== '');
  const onLine = new Map<number, string[]>();
  let at = 0;
  for (const word of words) {
    const letters = countLetters(word);
    const found = left.findIndex((rest, index) => index >= at && hasAll(rest, letters));
    if (found !== -1) {
      at = found;
      for (const [letter, count] of letters) left[at]?.set(letter, (left[at]?.get(letter) ?? 0) - count);
    }
    onLine.set(at, [...(onLine.get(at) ?? []), word]);
  }
  return [...onLine].flatMap(([index, own]) => {
    const line = lines[index];
    return line ? edgesOf(own, line) : [];
  });
}

function linesOf(glyphs: readonly Character[]): readonly GlyphLine[] {
  const lines: { box: Box; glyphs: Character[] }[] = [];
  for (const glyph of glyphs) {
    const line = lines.find(({ box }) => isOnLine(box, glyph));
    if (line) {
      line.box = around(line.box, glyph);
      line.glyphs.push(glyph);
    } else lines.push({ box: around(glyph, glyph), glyphs: [glyph] });
  }
  return lines;
}

/** Words with their edges, where glyphs beside each other on the line are just their letters, from either side. */
function edgesOf(words: readonly string[], { box, glyphs }: GlyphLine): readonly PlacedWord[] {
  const free: (Character | undefined)[] = glyphs
    .filter(({ text }) => lettersOf(text).length === 1)
    .sort((a, b) => a.left - b.left);
  const placed = new Map<number, PlacedWord>();
  // Of a short word, the letters may also stand within a long one.
  const longestFirst = words.map((text, index) => ({ text, index })).sort((a, b) => b.text.length - a.text.length);
  for (const { text, index } of longestFirst) {
    const found = takeRow(free, lettersOf(text));
    const edges = found && { left: found.left, right: found.right };
    placed.set(index, { text, box, ...edges });
  }
  return words.map((text, index) => placed.get(index) ?? { text, box });
}

/** Takes the glyphs of letters that stand beside each other, in this or the other order; undefined where there are none. */
function takeRow(free: (Character | undefined)[], letters: string): Box | undefined {
  const signs = [...letters];
  if (signs.length === 0) return undefined;
  const row = free.map((glyph) => (glyph ? lettersOf(glyph.text) : ' '));
  const fits = (order: readonly string[]) => (_: unknown, start: number) =>
    order.every((sign, offset) => row[start + offset] === sign);
  const forwards = row.findIndex(fits(signs));
  const at = forwards === -1 ? row.findLastIndex(fits(signs.toReversed())) : forwards;
  if (at === -1) return undefined;
  const taken = free.slice(at, at + signs.length).filter((glyph) => glyph !== undefined);
  free.fill(undefined, at, at + signs.length);
  const [first, ...rest] = taken;
  return first && rest.reduce(around, around(first, first));
}

/** Letters and figures, as glyphs of all forms share them. */
function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function countLetters(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const letter of lettersOf(text)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
  return counts;
}

function hasAll(rest: ReadonlyMap<string, number>, letters: ReadonlyMap<string, number>): boolean {
  return [...letters].every(([letter, count]) => (rest.get(letter) ?? 0) >= count);
}
