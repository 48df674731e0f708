import type { Report } from '../diagnostics/diagnostic.ts';
import type { Box } from './box.ts';
import type { Fragment, LaidBlock } from './lay-out.ts';
import { quoteWords } from './quote-words.ts';

/** So many lines stay with the heading of a section, since where it may begin has a rule of its own. */
const wantedOfSection = 2;
/** So many stay with a heading within a section, or a figure does. */
const wanted = 6;
/** Cells are counted as rows. */
const cells: ReadonlySet<string> = new Set(['TH', 'TD']);
/** What begins lower than this part of the body's height begins late. */
const latest = 0.8;

/**
 * Reports headings that stand at the foot of their page without the text that they head, and sections that begin on the
 * last fifth of a page. A heading whose section ends right there heads nothing on the next page, and is let be.
 */
export function checkHeadings(blocks: readonly LaidBlock[], body: Box, report: Report): void {
  for (const [index, heading] of blocks.entries()) {
    const level = levelOf(heading);
    if (level === undefined || level === 1 || heading.aside) continue;
    const [{ page, lines }] = heading.fragments;
    const [{ top }] = lines;
    const rest = sectionAfter(blocks, index, level);
    const kept = linesWith(heading.fragments[0], rest);
    if (kept !== undefined && kept < (level === 2 ? wantedOfSection : wanted)) {
      report({
        rule: 'heading-stranded',
        place: heading.place,
        message: `the heading ${quoteWords(heading.text)} stands at the foot of page ${page}, ${kept < 2 ? 'and its text after it' : `with no more than ${kept} lines of its text`}`,
        cure: 'make something before it on the page a little lower, or put a chart elsewhere in the section',
      });
    } else if (level === 2 && body.top - top > latest * (body.top - body.bottom) && rest.some(goesOn(heading))) {
      report({
        rule: 'section-late',
        place: heading.place,
        message: `the section ${quoteWords(heading.text)} begins on the last fifth of page ${page}`,
        cure: 'make something before it on the page a little higher, so that it begins the next page, or lower',
      });
    }
  }
}

/** The blocks of a section after its heading, those of its subsections too. */
function sectionAfter(blocks: readonly LaidBlock[], index: number, level: number): readonly LaidBlock[] {
  const end = blocks.findIndex((block, i) => i > index && (levelOf(block) ?? 7) <= level);
  return blocks.slice(index + 1, end === -1 ? blocks.length : end);
}

function levelOf({ type }: LaidBlock): number | undefined {
  const level = /^H([1-6])$/.exec(type)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The lines that follow a heading before its text goes on elsewhere, if it does; what stands beside it does not count. */
function linesWith(heading: Fragment, section: readonly LaidBlock[]): number | undefined {
  let lines = 0;
  for (const block of section) {
    for (const fragment of block.fragments) {
      if (block.aside) continue;
      if (isElsewhere(heading, fragment)) return lines;
      if (levelOf(block) !== undefined || cells.has(block.type) || isBeside(heading, fragment)) continue;
      lines += block.type === 'Figure' ? wanted : heightOf(block.type) * fragment.lines.length;
    }
  }
  return undefined;
}

/** How many lines of text a line of such a block is as high as: the rows of a table stand apart. */
function heightOf(type: string): number {
  return type === 'TR' ? 2 : 1;
}

/** On another page, or at the top of the next column. */
function isElsewhere(heading: Fragment, { page, lines: [first] }: Fragment): boolean {
  return page !== heading.page || (first.bottom > heading.lines[0].top && first.left > heading.lines[0].left);
}

function isBeside({ lines: [heading] }: Fragment, { lines: [first] }: Fragment): boolean {
  return first.left > heading.left + 150 && first.left > heading.right;
}

function goesOn({ fragments: [heading] }: LaidBlock): (block: LaidBlock) => boolean {
  return ({ fragments }) => fragments.some((fragment) => isElsewhere(heading, fragment));
}
