import type { Report } from '../diagnostics/diagnostic.ts';
import type { Box } from './box.ts';
import { quoteWords } from './page-text.ts';
import type { Fragment, PrintedBlock } from './printed-blocks.ts';

/** The pages of a document. */
interface Pages {
  readonly count: number;
  /** The page that the appendix begins on, if there is one: the page before it is the last of the edition itself. */
  readonly appendix: number | undefined;
}

/**
 * Reports what a reader sees of bad breaks between pages: headings without their text, single lines, pages that are left
 * empty, and figures, captions and table rows that are cut.
 *
 * @param blocks the blocks of the document, in reading order
 * @param body the area of each page between its margins
 */
export function checkPageBreaks(blocks: readonly PrintedBlock[], pages: Pages, body: Box, report: Report): void {
  checkHeadingBreaks(blocks, body, report);
  checkSingleLines(blocks, report);
  checkFill(blocks, pages, body, report);
  checkCuts(blocks, report);
}

/** So many lines stay with the heading of a section, since where it may begin has a rule of its own. */
const linesWithSection = 2;
/** So many stay with a heading within a section, or a figure does. */
const linesWithHeading = 6;
/** Cells are counted as rows. */
const cellTypes: ReadonlySet<string> = new Set(['TH', 'TD']);
/** What begins lower than this part of the body's height begins late. */
const lateFrom = 0.8;

/**
 * Reports headings that stand at the foot of their page without the text that they head, and sections that begin on the
 * last fifth of a page. A heading whose section ends right there heads nothing on the next page, and is let be.
 */
function checkHeadingBreaks(blocks: readonly PrintedBlock[], body: Box, report: Report): void {
  for (const [index, heading] of blocks.entries()) {
    const level = levelOf(heading);
    if (level === undefined || level === 1 || heading.aside) continue;
    const [{ page, lines }] = heading.fragments;
    const [{ top }] = lines;
    const rest = sectionAfter(blocks, index, level);
    const kept = linesWith(heading.fragments[0], rest);
    if (kept !== undefined && kept < (level === 2 ? linesWithSection : linesWithHeading)) {
      report({
        rule: 'heading-stranded',
        place: heading.place,
        message: `the heading ${quoteWords(heading.text)} stands at the foot of page ${page}, ${kept < 2 ? 'and its text after it' : `with no more than ${kept} lines of its text`}`,
        cure: 'make something before it on the page a little lower, or put a chart elsewhere in the section',
      });
    } else if (level === 2 && body.top - top > lateFrom * (body.top - body.bottom) && rest.some(goesOn(heading))) {
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
function sectionAfter(blocks: readonly PrintedBlock[], index: number, level: number): readonly PrintedBlock[] {
  const end = blocks.findIndex((block, i) => i > index && (levelOf(block) ?? 7) <= level);
  return blocks.slice(index + 1, end === -1 ? blocks.length : end);
}

function levelOf({ type }: PrintedBlock): number | undefined {
  const level = /^H([1-6])$/.exec(type)?.[1];
  return level === undefined ? undefined : Number(level);
}

/** The lines that follow a heading before its text goes on elsewhere, if it does; what stands beside it does not count. */
function linesWith(heading: Fragment, section: readonly PrintedBlock[]): number | undefined {
  let lines = 0;
  for (const block of section) {
    for (const fragment of block.fragments) {
      if (block.aside) continue;
      if (isElsewhere(heading, fragment)) return lines;
      if (levelOf(block) !== undefined || cellTypes.has(block.type) || isBeside(heading, fragment)) continue;
      lines += block.type === 'Figure' ? linesWithHeading : heightOf(block.type) * fragment.lines.length;
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

function goesOn({ fragments: [heading] }: PrintedBlock): (block: PrintedBlock) => boolean {
  return ({ fragments }) => fragments.some((fragment) => isElsewhere(heading, fragment));
}

/** Running text, which may break between lines. Captions, cells and headings have a rule of their own. */
const runningTypes: ReadonlySet<string> = new Set(['P', 'LI', 'LBody', 'BlockQuote']);

/** Reports a single line of a paragraph that stands alone at the foot of a page or column, or at the top of the next. */
function checkSingleLines(blocks: readonly PrintedBlock[], report: Report): void {
  for (const { type, text, place, fragments } of blocks) {
    const last = fragments.at(-1);
    if (!runningTypes.has(type) || fragments.length === 1 || !last) continue;
    const [first] = fragments;
    const alone = first.lines.length === 1 ? first : last.lines.length === 1 ? last : undefined;
    if (!alone) continue;
    const [line, where] = alone === first ? ['first', 'foot'] : ['last', 'top'];
    report({
      rule: 'line-alone',
      place,
      message: `the ${line} line of ${quoteWords(text)} stands alone at the ${where} of a column of page ${alone.page}`,
      cure: 'see that styles/page.css keeps its orphans and widows, or make something on the page a little higher or lower',
    });
  }
}

/** A page is to be filled to at leastFilled this part of its height. */
const leastFilled = 1 / 3;

/**
 * Reports pages that end in their upper third, but for the cover, the last and that before the appendix. Their place is that
 * of what begins the next page.
 */
function checkFill(
  blocks: readonly PrintedBlock[],
  { count, appendix = count + 1 }: Pages,
  body: Box,
  report: Report,
): void {
  for (let page = 2; page < count; page += 1) {
    if (page === appendix - 1) continue;
    const lines = blocks.flatMap(({ fragments }) =>
      fragments.flatMap((part) => (part.page === page ? part.lines : [])),
    );
    const lowest = Math.min(body.top, ...lines.map(({ bottom }) => bottom));
    const filled = (body.top - lowest) / (body.top - body.bottom);
    if (filled >= leastFilled) continue;
    const next = blocks.find(({ fragments }) => fragments[0].page > page) ?? blocks.at(-1);
    if (!next) continue;
    report({
      rule: 'page-empty',
      place: next.place,
      message: `page ${page} is filled to ${Math.round(filled * 100)}%, since ${quoteWords(next.text)} did not fit on it`,
      cure: 'make this lower, or put it later in the text, so that other text takes the room',
    });
  }
}

/** What is to stand on one page, and what people call it. */
const wholeTypes: ReadonlyMap<string, string> = new Map([
  ['Figure', 'the figure'],
  ['TR', 'the table row'],
  ['Caption', 'the caption'],
]);

/** Reports figures, captions and table rows that are cut by the end of a page. */
function checkCuts(blocks: readonly PrintedBlock[], report: Report): void {
  for (const { type, text, place, pages } of blocks) {
    const name = wholeTypes.get(type);
    if (name === undefined || pages.length < 2) continue;
    report({
      rule: 'block-cut',
      place,
      message: `${name} ${quoteWords(text)} is cut over pages ${pages.join(' and ')}`,
      cure: 'make it lower than a page, and see that its style says "break-inside: avoid"',
    });
  }
}
