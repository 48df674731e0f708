import type { Place } from '../diagnostics/diagnostic.ts';
import { foldText } from '../text-matching.ts';
import { around, type Box, isOnLine } from './box.ts';
import type { Drawn, DrawnText } from './drawn.ts';
import type { HtmlText } from './page-text.ts';
import type { TaggedBlock } from './pdf-tags.ts';

/** The lines of a block that follow each other down one column of one page; a figure is one line. */
export interface Fragment {
  readonly page: number;
  readonly lines: readonly [Box, ...Box[]];
}

/** A block of the page with where it was printed, and the place in the author's file that it comes from. */
export interface PrintedBlock<From extends Place = Place> {
  readonly type: string;
  /** Whether it is in a call-out, which stands beside the text. */
  readonly aside: boolean;
  readonly text: string;
  readonly place: From;
  /** Of its own content, in reading order. */
  readonly fragments: readonly [Fragment, ...Fragment[]];
  /** The pages that it and the blocks within it stand on; of a table’s head, which is repeated, the first. */
  readonly pages: readonly number[];
}

/**
 * Finds where each block was printed: its tag names the marked content, and that has its box on its page.
 *
 * @param flow the running text of the HTML, in the order of the tags; tells the place in the author's file
 * @returns the blocks that print something, in reading order
 */
export function printedBlocks<From extends Place>(
  blocks: readonly TaggedBlock[],
  { texts, shapes }: Drawn,
  flow: readonly HtmlText<From>[],
  elsewhere: From,
): readonly PrintedBlock<From>[] {
  const textsOf = Map.groupBy(texts, ({ mark }) => mark);
  const shapesOf = Map.groupBy(shapes, ({ mark }) => mark);
  const placeOf = placesInOrder(flow, elsewhere);
  return blocks.flatMap(({ type, aside, marks, allMarks }): readonly PrintedBlock<From>[] => {
    // A row has nothing of its own: it is where its cells are.
    const isRow = type === 'TR';
    const own = (isRow ? allMarks : marks).flatMap((mark) => textsOf.get(mark) ?? []);
    const isFigure = type === 'Figure';
    const text = own.map((drawn) => drawn.text).join('');
    // Labels of a drawing are not in the running text: the place is that of what came before, its caption.
    const place = placeOf(isFigure ? '' : text, isRow ? 'and stay' : 'and go on');
    const shape = isFigure ? marks.flatMap((mark) => shapesOf.get(mark) ?? []) : [];
    const [first, ...rest] = isFigure ? figureFragments([...own.flatMap(parts), ...shape]) : textFragments(own);
    const all = [...new Set(allMarks.map((mark) => Number.parseInt(mark, 10)))];
    const pages = isRow && isRepeated(own) ? all.slice(0, 1) : all;
    return first ? [{ type, aside, text, place, fragments: [first, ...rest], pages }] : [];
  });
}

/** Whether a row says the same on each of its pages: Chromium (153) tags the head of a table again where it repeats it. */
function isRepeated(row: readonly DrawnText[]): boolean {
  const words = [...Map.groupBy(row, ({ page }) => page).values()].map((texts) =>
    foldText(texts.map(({ text }) => text).join('')),
  );
  return words.every((onPage) => onPage === words[0]);
}

/** Ink on a page. */
interface Part {
  readonly page: number;
  readonly box: Box;
}

function parts({ page, boxes }: DrawnText): readonly Part[] {
  return boxes.map((box) => ({ page, box }));
}

function figureFragments(drawn: readonly Part[]): Fragment[] {
  return [...Map.groupBy(drawn, ({ page }) => page)].flatMap(([page, onPage]) => {
    const whole = around(onPage.map(({ box }) => box));
    return whole ? [{ page, lines: [whole] }] : [];
  });
}

function textFragments(drawn: readonly DrawnText[]): Fragment[] {
  const fragments: { page: number; lines: [Box, ...Box[]] }[] = [];
  for (const { page, box } of drawn.flatMap(parts)) {
    const fragment = fragments.at(-1);
    const line = fragment?.lines.at(-1);
    if (fragment && line && fragment.page === page && isOnLine(line, box)) {
      fragment.lines[fragment.lines.length - 1] = around([line, box]) ?? line;
    } else if (!fragment || !line || fragment.page !== page || box.bottom > line.top) {
      fragments.push({ page, lines: [box] });
    } else {
      fragment.lines.push(box);
    }
  }
  return fragments;
}

/** Finds texts in the flow one after the other; a text that is not there has the place of the one before. */
function placesInOrder<From extends Place>(
  flow: readonly HtmlText<From>[],
  elsewhere: From,
): (text: string, then: 'and stay' | 'and go on') => From {
  const starts: { readonly at: number; readonly place: From }[] = [];
  let whole = '';
  for (const { text, place } of flow) {
    starts.push({ at: whole.length, place });
    whole += foldText(text);
  }
  let cursor = 0;
  let last = elsewhere;
  return (text, then) => {
    const folded = foldText(text);
    const at = folded === '' ? -1 : whole.indexOf(folded, cursor);
    if (at === -1) return last;
    cursor = then === 'and stay' ? at : at + folded.length;
    last = starts.findLast((start) => start.at <= at)?.place ?? elsewhere;
    return last;
  };
}
