import type { TextLine } from '../model/page-text.ts';

/** A line with the height of its place among others, in points. */
export interface PlacedLine {
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
const [closest, furthest] = [0.6, 3];
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
  if (step < closest * height || step > furthest * height) return false;
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
