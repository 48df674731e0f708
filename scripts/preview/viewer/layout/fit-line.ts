import type { TextLine, TextWord } from '../model/page-text.ts';

/** Layout pixels a point: fine enough that no rounding is seen, and that small print is no smaller than browsers allow. */
export const grain = 4;

/** Text that is set in one go. */
export interface TextRun {
  readonly text: string;
  readonly lang: string | undefined;
  /** By how much a space is wider, in layout pixels, so that the word after it begins where it stands in print. */
  readonly wider: number;
}

/** A line as it is to be set. */
export interface FittedLine {
  /** Of the type, in layout pixels. */
  readonly size: number;
  readonly runs: readonly TextRun[];
}

/** Words that are off by less, in points, stay there. */
const tolerance = 0.75;
/** Of a font's height, its size is about so much. */
const sizeOfHeight = 0.8;
/** By how much the size may differ from that. */
const furthest = 1.7;
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
const letter = /\p{L}/u;

/**
 * Finds the size at which another font is as wide as a line is in print, and widens spaces before words that it has led off.
 *
 * @param direction of the page: lines begin at its side
 * @param widthOf a text at a size of 1
 */
export function fitLine(line: TextLine, direction: 'ltr' | 'rtl', widthOf: (text: string) => number): FittedLine {
  const expected = (line.bottom - line.top) * sizeOfHeight * grain;
  const natural = naturalSize(line, widthOf);
  const size = Math.min(expected * furthest, Math.max(expected / furthest, natural));
  const isMixed = line.words.some(({ text }) => letter.test(text) && rightToLeft.test(text) !== (direction === 'rtl'));
  const runs: TextRun[] = [];
  const append = (text: string, lang: string | undefined) => {
    const last = runs.at(-1);
    const goesOn = last?.lang === lang && last?.wider === 0;
    if (last && goesOn) runs[runs.length - 1] = { ...last, text: last.text + text };
    else runs.push({ text, lang, wider: 0 });
  };
  /** How far from the line's start the next word begins. */
  let at = 0;
  for (const word of line.words) {
    if (word.spaced) {
      at += widthOf(' ') * size;
      // Browsers order words of the other direction themselves.
      const mayMove = !isMixed || (letter.test(word.text) && rightToLeft.test(word.text) === (direction === 'rtl'));
      const wider = mayMove ? (startOf(word, line, direction) ?? at) - at : 0;
      if (Math.abs(wider) < tolerance * grain) append(' ', runs.at(-1)?.lang);
      else {
        runs.push({ text: ' ', lang: undefined, wider });
        at += wider;
      }
    }
    append(word.text, word.lang);
    at += widthOf(word.text) * size;
  }
  return { size, runs };
}

function startOf({ left, right }: TextWord, line: TextLine, direction: 'ltr' | 'rtl'): number | undefined {
  const edge = direction === 'ltr' ? left : right;
  if (edge === undefined) return undefined;
  return (direction === 'ltr' ? edge - line.left : line.right - edge) * grain;
}

function naturalSize({ words, left, right }: TextLine, widthOf: (text: string) => number): number {
  const known = words.filter((word) => word.left !== undefined);
  // Room between words is no measure: it can be that between the entry of a list and its page.
  const [printed, set] =
    known.length * 2 >= words.length
      ? [
          known.reduce((sum, word) => sum + (word.right ?? 0) - (word.left ?? 0), 0),
          known.reduce((sum, { text }) => sum + widthOf(text), 0),
        ]
      : [right - left, widthOf(words.map(({ text, spaced }) => (spaced ? ` ${text}` : text)).join(''))];
  return set > 0 ? (printed / set) * grain : 0;
}
