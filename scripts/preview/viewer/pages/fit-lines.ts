import type { TextLine, TextWord } from '../drawing/text-lines.ts';

/** A line with the height of its place among others, in points. */
interface PlacedLine {
  readonly line: TextLine;
  readonly height: number;
}

/** Lines that follow each other evenly, so that text which wraps after each of them comes to stand where they do. */
export interface LineGroup {
  /** Of the first line's place, in points. */
  readonly top: number;
  readonly lines: readonly PlacedLine[];
}

/** Of a line's height, the least and the most from one line to the next. */
const [leastStep, mostStep] = [0.6, 3];
/** By so many points, steps from line to line may differ: a raised figure makes its line higher. */
const uneven = 4;

/** Groups the lines of a block: those of another column, and what stands beside others, begin a new group. */
export function groupLines(lines: readonly TextLine[]): readonly LineGroup[] {
  const groups: TextLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group && goesOn(group, line)) group.push(line);
    else groups.push([line]);
  }
  return groups.map(placeLines);
}

function goesOn(group: readonly TextLine[], line: TextLine): boolean {
  const [before, last] = [group.at(-2), group.at(-1)];
  if (!last) return true;
  const step = middleOf(line) - middleOf(last);
  const height = last.bottom - last.top;
  if (step < leastStep * height || step > mostStep * height) return false;
  return !before || Math.abs(step - (middleOf(last) - middleOf(before))) < uneven;
}

/** Each place reaches half way to the lines before and after it. */
function placeLines(group: readonly TextLine[]): LineGroup {
  const middles = group.map(middleOf);
  const [first = 0, second] = middles;
  const { top = 0, bottom = 0 } = group[0] ?? {};
  const height = second === undefined ? bottom - top : second - first;
  const lines = group.map((line, index) => {
    const from = index === 0 ? first - height / 2 : ((middles[index - 1] ?? 0) + middleOf(line)) / 2;
    const next = middles[index + 1];
    const to = next === undefined ? 2 * middleOf(line) - from : (middleOf(line) + next) / 2;
    return { line, height: to - from };
  });
  return { top: first - height / 2, lines };
}

function middleOf({ top, bottom }: TextLine): number {
  return (top + bottom) / 2;
}

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
interface FittedLine {
  /** Of the type, in layout pixels. */
  readonly size: number;
  readonly runs: readonly TextRun[];
}

/** Words that are off by less, in points, stay there. */
const tolerance = 0.75;
/** Of a font's height, its size is about so much. */
const sizeOfHeight = 0.8;
/** By how much the size may differ from that. */
const mostStretch = 1.7;
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
  const size = Math.min(expected * mostStretch, Math.max(expected / mostStretch, natural));
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
