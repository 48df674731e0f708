import type { TextLine, TextWord } from '../../model/page-text.ts';
import { breaksAtSpace } from './breaks-at-space.ts';
import type { Character } from './character.ts';
import { around, type Box, isOnLine } from './line-box.ts';
import { placeActual } from './place-actual.ts';

/** Takes the words of a block, in reading order, and puts them on its lines. */
export interface Lines {
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
