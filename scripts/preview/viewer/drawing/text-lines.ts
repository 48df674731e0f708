import type { Character } from './page-contents.ts';

/** The words of a block that stand on one line. Lengths are in points, from the page's top left corner. */
export interface TextLine {
  readonly kind: 'line';
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  readonly words: readonly TextWord[];
  /** What stands between this line and the next of its block: nothing within a word that a hyphen breaks. */
  readonly after: '' | ' ';
}

/** A word of a line. Lengths are in points, from the page's left side. */
export interface TextWord {
  readonly text: string;
  /** Whether a space stands before it, on its line. */
  readonly spaced: boolean;
  /** Where it is not that of its block. */
  readonly lang?: string;
  /** Its edges; undefined where the order of the glyphs does not tell them. */
  readonly left?: number;
  readonly right?: number;
}

/** Takes the words of a block, in reading order, and puts them on its lines. */
interface Lines {
  /** Adds characters that are what they look like. */
  readonly add: (characters: readonly Character[], lang: string) => void;
  /** Adds a text that characters stand for without saying it in their order. */
  readonly addActual: (text: string, characters: readonly Character[], lang: string) => void;
  /** Gives the lines, and begins anew. */
  readonly take: () => readonly TextLine[];
}

type Mutable<Value> = { -readonly [Key in keyof Value]: Value[Key] };
type OpenLine = Mutable<Omit<TextLine, 'words'>> & { words: Mutable<TextWord>[] };

/** Of a line's height, the room between glyphs that is a space where no character says so. */
const leastSpace = 0.12;
/** Of a line's height, the room beyond which words stand apart. */
const mostSpace = 2;

/** Begins with no lines. */
export function createLines(): Lines {
  let lines: OpenLine[] = [];
  /** What was read of white space since the last word. */
  let gap: 'none' | 'made space' | 'space' = 'none';
  /** The index of the character that follows the last one in pdfium's order. */
  let next = -1;

  /** Begins a word on the line of its box, which is the last one or a new one. */
  function begin(word: TextWord, box: Box, spaced: boolean): void {
    const line = lines.at(-1);
    if (line && isBeside(line, box)) {
      Object.assign(line, around(line, box));
      line.words.push({ ...word, spaced });
      return;
    }
    if (line) line.after = spaced ? ' ' : '';
    lines.push({ kind: 'line', ...around(box, box), words: [{ ...word, spaced: false }], after: '' });
  }

  function isSpaced(character: Character, line: OpenLine): boolean {
    if (gap === 'space') return true;
    const last = line.words.at(-1);
    const isNew = !isBeside(line, character);
    const follows = character.index === next;
    if (isNew) return (gap === 'made space' || !follows) && breaksAtSpace(line.words, character.text);
    if (follows) return gap === 'made space';
    // Read in another order than painted: what pdfium made of the room between them was made of others.
    const room = Math.max(character.left - (last?.right ?? line.right), (last?.left ?? line.left) - character.right);
    return room > leastSpace * (line.bottom - line.top);
  }

  function addGlyph(character: Character, lang: string): void {
    const { text, left, right } = character;
    if (text === '') return;
    const line = lines.at(-1);
    const word = line?.words.at(-1);
    const spaced = line !== undefined && isSpaced(character, line);
    gap = 'none';
    const isSame = line && word && !spaced && (word.lang ?? '') === lang && isBeside(line, character);
    if (!isSame || word.left === undefined || word.right === undefined) {
      begin({ text, spaced, left, right, ...langOf(lang) }, character, spaced);
      return;
    }
    word.text += text;
    word.left = Math.min(word.left, left);
    word.right = Math.max(word.right, right);
    Object.assign(line, around(line, character));
  }

  return {
    add(characters, lang) {
      for (const character of characters) {
        if (character.kind === 'glyph') addGlyph(character, lang);
        else if (gap !== 'space') gap = character.kind;
        next = character.index + 1;
      }
    },
    addActual(text, characters, lang) {
      if (/^\s/.test(text)) gap = 'space';
      for (const { text: own, box: whole, left, right } of placeActual(text, characters)) {
        const line = lines.at(-1);
        const edges = left === undefined || right === undefined ? {} : { left, right };
        const box = { ...whole, ...edges };
        const isNew = line !== undefined && !isBeside(line, box);
        const spaced = gap !== 'none' || (isNew && breaksAtSpace(line.words, own));
        begin({ text: own, spaced, ...edges, ...langOf(lang) }, box, spaced);
        gap = 'space';
      }
      gap = /\s$/.test(text) ? 'space' : 'none';
      next = -1;
    },
    take() {
      const taken = lines;
      lines = [];
      gap = 'none';
      next = -1;
      return taken;
    },
  };
}

/** Whether a box stands on a line, and near what is there: the entry of a list and its page are a line each. */
function isBeside(line: OpenLine, box: Box): boolean {
  const away = Math.max(box.left - line.right, line.left - box.right);
  return isOnLine(line, box) && away < mostSpace * (line.bottom - line.top);
}

function langOf(lang: string): { readonly lang?: string } {
  return lang === '' ? {} : { lang };
}

/** Scripts that set no spaces between words. */
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
/** What a line may end after although no space follows. */
const joining = /[-\u2010\u2012-\u2014/]$/u;

/**
 * Whether there was a space where a line ends. The print does not say it: none is painted there.
 *
 * @param words of the line
 * @param next what the next line begins with
 */
export function breaksAtSpace(words: readonly TextWord[], next: string): boolean {
  const last = words.at(-1);
  if (!last) return false;
  // A dash that stands by itself has spaces on both sides.
  if (joining.test(last.text) && last.text.length > 1) return false;
  return !(unspaced.test(last.text.slice(-1)) && unspaced.test(next));
}

/** A word with its line, and its edges where they are known. */
interface PlacedWord {
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

/** A rectangle in points, from the page's top left corner. */
interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The smallest box around two. */
function around(one: Box, other: Box): Box {
  return {
    left: Math.min(one.left, other.left),
    right: Math.max(one.right, other.right),
    top: Math.min(one.top, other.top),
    bottom: Math.max(one.bottom, other.bottom),
  };
}

/** Whether a box stands on the line of another. The boxes are those of fonts, which hardly reach over the next line. */
function isOnLine(line: Box, box: Box): boolean {
  const shared = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
  return shared > 0.4 * Math.min(line.bottom - line.top, box.bottom - box.top);
}
