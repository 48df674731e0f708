import { PDFDocument } from '@cantoo/pdf-lib';
import type { Place } from '../../press/diagnostics/diagnostic.ts';
import type { PageBody } from '../../press/page/page-body.ts';
import { around, type Box } from '../../press/verify/box.ts';
import { readDrawn } from '../../press/verify/drawn.ts';
import { readTags } from '../../press/verify/pdf-tags.ts';
import { openPdf } from '../../press/verify/pdfium.ts';
import { type PrintedBlock, printedBlocks } from '../../press/verify/printed-blocks.ts';
import type { PlacedBox, PreviewBox, PreviewHeading, PreviewPlaces } from '../protocol.ts';
import { type PageObject, type PageSource, readPageSources } from './page-sources.ts';

/** What is known of an edition's pages besides their content. */
interface PageFrame {
  readonly body: PageBody;
  readonly baseline: PreviewPlaces['baseline'];
  /** The place of what comes from no file. */
  readonly elsewhere: Place;
}

/**
 * Finds where everything on finished pages stands and comes from. What was printed says it itself, by its tags and the
 * content that they mark: a browser's own boxes would be those before it broke the pages.
 */
export async function findPlaces(pdf: Uint8Array, html: string, frame: PageFrame): Promise<PreviewPlaces> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  await using open = await openPdf(pdf);
  const { flow, drawings } = readPageSources(html, frame.elsewhere);
  const whole = { ...frame.elsewhere, kind: 'other', text: '', within: undefined, level: 0 } as const;
  const laid = printedBlocks(readTags(document).blocks, readDrawn(open, document), flow, whole);
  const pages = document.getPages().map((page) => page.getSize());
  const heights = pages.map(({ height }) => height);
  const { left, right, bottom, top } = frame.body;
  const height = heights[0] ?? top + bottom;
  return {
    pages,
    body: { x: left, y: height - top, width: right - left, height: top - bottom },
    baseline: frame.baseline,
    ...placeBlocks(laid, drawings, heights),
  };
}

/** Labels are for people, in so many characters. */
const longest = 80;

/** What was printed of an object, for each page. */
interface Gathered {
  readonly object: PageObject;
  readonly label: string;
  readonly boxes: Map<number, Box>;
}

/**
 * Puts blocks where they were printed. An object that holds several, a chart with its caption, has a box around them on
 * each page, before theirs.
 *
 * @param laid in reading order
 * @param drawings those of the page, in its order
 * @param heights of the pages, in points
 */
function placeBlocks(
  laid: readonly PrintedBlock<PageSource>[],
  drawings: readonly PageSource[],
  heights: readonly number[],
): { readonly outline: readonly PreviewHeading[]; readonly boxes: readonly PlacedBox[] } {
  const blocks = withDrawings(laid, drawings);
  const objects = gather(blocks);
  const placed = new Set<PageObject>();
  const boxes = blocks.flatMap(({ block, source }): readonly PlacedBox[] => {
    const { within, kind, text } = source;
    const gathered = within && !placed.has(within) ? objects.get(within) : undefined;
    if (within) placed.add(within);
    const around = gathered ? boxesOf(gathered, heights) : [];
    if (!isShown(block, source)) return around;
    const own = block.fragments.map(({ page, lines }) => {
      const box = fromTop(page, union(lines), heights);
      const placed = source.within?.placed;
      return {
        page: page - 1,
        ...box,
        kind,
        ...placeIn(source),
        label: shortened(text),
        ...(placed && { placed: placeIn(placed) }),
      };
    });
    return [...around, ...own];
  });
  const outline = blocks.flatMap(({ block, source }): readonly PreviewHeading[] => {
    const [{ page, lines }] = block.fragments;
    if (source.level === 0 || !/^H\d?$/.test(block.type)) return [];
    return [{ title: source.text, level: source.level, page: page - 1, y: fromTop(page, lines[0], heights).y }];
  });
  return { outline, boxes };
}

interface SourcedBlock {
  readonly block: PrintedBlock<PageSource>;
  readonly source: PageSource;
}

/** The nth figure is the nth drawing of the page; where there are more of one, a figure comes from where its caption does. */
function withDrawings(
  laid: readonly PrintedBlock<PageSource>[],
  drawings: readonly PageSource[],
): readonly SourcedBlock[] {
  const figures = laid.filter(({ type }) => type === 'Figure');
  const sourceOf = new Map(figures.length === drawings.length ? figures.map((block, n) => [block, drawings[n]]) : []);
  return laid
    .filter(({ type }) => type !== 'Lbl')
    .map((block) => ({ block, source: sourceOf.get(block) ?? block.place }));
}

/** What comes from the very place of its object is shown by that, if it is a cell, a note or a key figure. */
function isShown({ type }: PrintedBlock, { kind, line, file, within }: PageSource): boolean {
  if (type === 'TR') return false;
  const isPart = type === 'TD' || type === 'TH' || kind === within?.kind;
  return !isPart || within?.place.line !== line || within.place.file !== file;
}

function gather(blocks: readonly SourcedBlock[]): ReadonlyMap<PageObject, Gathered> {
  const objects = new Map<PageObject, Gathered>();
  for (const { block, source } of blocks) {
    const { within, text } = source;
    if (!within) continue;
    const gathered = objects.get(within) ?? { object: within, label: shortened(text), boxes: new Map() };
    objects.set(within, gathered);
    for (const { page, lines } of block.fragments) {
      const before = gathered.boxes.get(page);
      gathered.boxes.set(page, union(before ? [before, ...lines] : lines));
    }
  }
  return objects;
}

function boxesOf({ object, label, boxes }: Gathered, heights: readonly number[]): readonly PlacedBox[] {
  return [...boxes].map(([page, box]) => ({
    page: page - 1,
    ...fromTop(page, box, heights),
    kind: object.kind,
    ...placeIn(object.place),
    label,
    ...(object.placed && { placed: placeIn(object.placed) }),
  }));
}

function placeIn({ file, line, column }: PageSource | PageObject['place']) {
  return { file, line, column };
}

function union(boxes: readonly [Box, ...Box[]]): Box {
  return around(boxes) ?? boxes[0];
}

function fromTop(page: number, { left, right, top, bottom }: Box, heights: readonly number[]): PreviewBox {
  const height = heights[page - 1] ?? 0;
  return {
    x: hundredths(left),
    y: hundredths(height - top),
    width: hundredths(right - left),
    height: hundredths(top - bottom),
  };
}

function hundredths(points: number): number {
  return Math.round(points * 100) / 100;
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1).trimEnd()}…` : text;
}
