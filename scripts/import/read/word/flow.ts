import type { BlockContent, Heading, List, ListItem, Paragraph } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Remark } from '../../manuscript.ts';
import type { ListPlace } from './numbering.ts';
import { nearOf } from './phrasing.ts';

declare module 'mdast' {
  interface ListItemData {
    /** What Word prints before the entry, for where markdown has no lists: "a)". */
    readonly label?: string;
  }
}

/** A block as it stands in the document, before lists and quotes are put together. */
export type Block =
  /** A paragraph of the text, with what it anchors; of a list, an entry. */
  | {
      readonly kind: 'text';
      readonly children: readonly BlockContent[];
      readonly place: ListPlace | undefined;
      readonly indent: number;
      /** Whether its style says that it goes on with the entry above. */
      readonly continues: boolean;
    }
  | { readonly kind: 'quote'; readonly children: readonly BlockContent[] }
  | { readonly kind: 'block'; readonly children: readonly BlockContent[] }
  | { readonly kind: 'title'; readonly paragraph: Paragraph }
  | { readonly kind: 'contents'; readonly words: string }
  | { readonly kind: 'contents heading'; readonly heading: Heading }
  | { readonly kind: 'remark'; readonly remark: Remark };

type PlainBlock = Exclude<Block, { kind: 'contents heading' }>;

/** Blocks as markdown's tree has them. */
export interface Flow {
  readonly children: BlockContent[];
  readonly remarks: readonly Remark[];
  readonly title: Paragraph | undefined;
}

interface OpenList {
  readonly list: List;
  readonly place: ListPlace;
}

/** Two indents that differ by less than this are the same to the eye: an eighth of an inch, in twentieths of a point. */
const sameIndent = 180;

/** Puts blocks together: lists with their entries, quotes, the title, the list of contents that is left out. */
export function flowOf(blocks: readonly Block[]): Flow {
  const children: BlockContent[] = [];
  const remarks: Remark[] = [];
  let title: Paragraph | undefined;
  let open: readonly OpenList[] = [];
  let before: Block['kind'] | undefined;
  let heading = '';
  for (const block of withContentsHeadings(blocks)) {
    if (block.kind === 'remark') {
      remarks.push(block.remark.near === '' ? { ...block.remark, near: heading } : block.remark);
      continue;
    }
    const under = block.kind === 'text' && !block.place ? goOn(open, block) : undefined;
    if (under) {
      open = under;
      continue;
    }
    open = block.kind === 'text' && block.place ? withEntry(open, block.place, block.children, children) : [];
    if (block.kind === 'title') {
      if (title && before === 'title') title = joined(title, block.paragraph);
      else if (title) children.push({ type: 'heading', depth: 1, children: block.paragraph.children });
      else title = block.paragraph;
    } else if (block.kind === 'contents') {
      pushContents(remarks, block.words, before === 'contents', heading);
    } else if (block.kind === 'quote') {
      pushQuote(children, block.children, before === 'quote');
    } else if (open.length === 0) children.push(...block.children);
    before = block.kind;
    const last = children.at(-1);
    if (last?.type === 'heading') heading = nearOf(textOf(last));
  }
  return { children, remarks, title };
}

/** The heading of a list of contents is left out with it; a heading of that style above other text is a heading. */
function withContentsHeadings(blocks: readonly Block[]): readonly PlainBlock[] {
  const plain: PlainBlock[] = [];
  let [next, afterContents]: (Block | undefined)[] = [];
  for (const block of blocks.toReversed()) {
    const leads = next?.kind === 'contents';
    // Text that goes on below the list stands under the heading above it.
    const standsAlone =
      afterContents === undefined || afterContents.kind === 'title' || headingIn(afterContents) !== '';
    const words = wordsOverContents(block, standsAlone);
    if (leads && words !== '') plain.push({ kind: 'contents', words });
    else plain.push(block.kind === 'contents heading' ? { kind: 'block', children: [block.heading] } : block);
    if (block.kind === 'remark') continue;
    if (block.kind !== 'contents') afterContents = block;
    next = block;
  }
  return plain.toReversed();
}

function wordsOverContents(block: Block, standsAlone: boolean): string {
  if (block.kind === 'contents heading') return textOf(block.heading);
  return (standsAlone ? headingIn(block) : '') || contentsLineIn(block);
}

/** The words of a block that is a heading. */
function headingIn(block: Block): string {
  const [only, ...others] = block.kind === 'block' ? block.children : [];
  return only?.type === 'heading' && others.length === 0 ? textOf(only) : '';
}

/** Lines that stand over a list of contents without being set as its heading. */
const contentsLine =
  /^(?:(?:table of )?contents|table des mati[eè]res|sommaire|inhalt(?:sverzeichnis)?|[ií]ndice|contenido|sum[aá]rio|оглавление|содержание|المحتويات)\s*:?$/iu;

function contentsLineIn(block: Block): string {
  const [only, ...others] = block.kind === 'text' && !block.place ? block.children : [];
  const words = only?.type === 'paragraph' && others.length === 0 ? textOf(only).trim() : '';
  return contentsLine.test(words) ? words : '';
}

function joined(title: Paragraph, more: Paragraph): Paragraph {
  return { ...title, children: [...title.children, { type: 'text', value: ' ' }, ...more.children] };
}

function pushContents(remarks: Remark[], words: string, goesOn: boolean, near: string): void {
  const at = goesOn ? remarks.findLastIndex(({ kind }) => kind === 'list of contents') : -1;
  const last = remarks[at];
  if (last) remarks[at] = { ...last, words: `${last.words}\n${words}` };
  else remarks.push({ kind: 'list of contents', effect: 'left out', near, words });
}

function pushQuote(children: BlockContent[], quoted: readonly BlockContent[], goesOn: boolean): void {
  const last = children.at(-1);
  if (goesOn && last?.type === 'blockquote') last.children.push(...quoted);
  else children.push({ type: 'blockquote', children: [...quoted] });
}

/** Puts an entry into the innermost list that it belongs to, or begins one; gives the lists that are open then. */
function withEntry(
  open: readonly OpenList[],
  place: ListPlace,
  content: readonly BlockContent[],
  root: BlockContent[],
): readonly OpenList[] {
  const around = open.slice(0, open.findLastIndex((list) => !isAbove(place, list.place)) + 1);
  const entry: ListItem = { type: 'listItem', spread: false, data: { label: place.label }, children: [...content] };
  const last = around.at(-1);
  if (last && !isAbove(last.place, place)) {
    const goesOn = last.place.ordered === place.ordered && (!place.ordered || place.number === last.place.number + 1);
    if (goesOn) {
      last.list.children.push(entry);
      return [...around.slice(0, -1), { list: last.list, place }];
    }
    around.pop();
  }
  const parent = around.at(-1)?.list.children.at(-1)?.children ?? root;
  const start = place.ordered ? { start: Math.max(0, place.number) } : {};
  const list: List = { type: 'list', ordered: place.ordered, ...start, spread: false, children: [entry] };
  parent.push(list);
  return [...around, { list, place }];
}

/** Whether an entry stands above another: by their levels within one list, by what one sees between two. */
function isAbove(place: ListPlace, other: ListPlace): boolean {
  return place.list === other.list ? place.level < other.level : place.indent < other.indent - sameIndent;
}

/** Puts a paragraph into the entry that it is set under, if there is one: the lists that stay open then. */
function goOn(open: readonly OpenList[], block: Extract<Block, { kind: 'text' }>): readonly OpenList[] | undefined {
  const under = open.findLastIndex(
    ({ place }) => block.continues || (block.indent > 0 && block.indent >= place.indent - sameIndent),
  );
  const entry = open[under]?.list.children.at(-1);
  if (!entry) return undefined;
  entry.children.push(...block.children);
  entry.spread = true;
  return open.slice(0, under + 1);
}
