import type {
  BlockContent,
  Heading,
  Link,
  List,
  ListItem,
  Nodes,
  Parents,
  PhrasingContent,
  Root,
  RootContent,
  Table,
} from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { addressFault } from '../../press/read/schemas/address.ts';
import type { Remark } from '../manuscript.ts';
import { flatEntries, partThanks, splitInlineList } from './inline-list.ts';
import { lineOf } from './phrasing.ts';

/** A text that was set right, with what is to be said of it. */
export interface Tidied {
  readonly tree: Root;
  readonly notices: readonly string[];
  readonly remarks: readonly Remark[];
}

/**
 * Sets right what manuscripts get wrong: lists run together in a line, headings within lists, empty paragraphs, spaces in
 * bold, tables without heads, links that lead nowhere in print. Not a word is added or lost.
 */
export function tidyTree(tree: Root): Tidied {
  const notices = new Set<string>();
  const remarks: Remark[] = [];
  const context: TidyContext = {
    notice: (notice) => notices.add(notice),
    remark: (remark) => remarks.push(remark),
    quotes: 0,
  };
  const children = tidyBlocks(tree.children, 'top', context);
  while (children.findLast(({ type }) => type !== 'footnoteDefinition')?.type === 'thematicBreak') {
    children.splice(
      children.findLastIndex(({ type }) => type === 'thematicBreak'),
      1,
    );
  }
  const tidy: Root = { type: 'root', children: withoutEmptyCalls(children) };
  return { tree: tidy, notices: [...notices], remarks };
}

/** Blocks without calls of notes that say nothing. */
function withoutEmptyCalls(blocks: readonly RootContent[]): RootContent[] {
  const names = new Set(blocks.flatMap((node) => (node.type === 'footnoteDefinition' ? [node.identifier] : [])));
  const kept = (nodes: readonly RootContent[]): RootContent[] =>
    nodes.flatMap((node) => {
      if (node.type === 'footnoteReference') return names.has(node.identifier) ? [node] : [];
      return 'children' in node ? [{ ...node, children: kept(node.children) } as RootContent] : [node];
    });
  return kept(blocks);
}

/** Where a block stands, and where to report what is changed in it. */
interface TidyContext {
  readonly notice: (notice: string) => void;
  readonly remark: (remark: Remark) => void;
  readonly quotes: number;
}

/** A quotation within more than these is part of the one around it: mail programs set one into the other without end. */
const mostQuotes = 5;

function tidyBlocks(children: readonly RootContent[], level: 'top' | 'inner', context: TidyContext): RootContent[] {
  const tidy = children.flatMap((node) => tidyBlock(node, level, context));
  const joined: RootContent[] = [];
  for (const node of tidy) {
    const last = joined.at(-1);
    // Entries that stood in paragraphs of their own are one list.
    if (node.type === 'list' && last?.type === 'list' && isRun(node) && isRun(last))
      last.children.push(...node.children);
    else joined.push(node);
  }
  return joined.flatMap((node) => (node.type === 'list' ? withoutThanks(node, context) : [node]));
}

function isRun(list: List): boolean {
  return list.ordered !== true;
}

function withoutThanks(list: List, context: TidyContext): RootContent[] {
  const parted = partThanks(list);
  if (parted.unsure !== undefined) {
    const [first] = parted.unsure.split(',');
    context.notice(
      `the entry “${first}, …” of a list runs into thanks, and where it ends is not certain: it stands whole; begin a new paragraph where the thanks begin`,
    );
  }
  return parted.thanks ? [parted.list, parted.thanks] : [parted.list];
}

function tidyBlock(node: RootContent, level: 'top' | 'inner', context: TidyContext): RootContent[] {
  switch (node.type) {
    case 'paragraph': {
      const children = phrasing(node.children, context);
      return children.length === 0 ? [] : splitInlineList({ ...node, children });
    }
    case 'heading':
      return tidyHeading(node, level, context);
    case 'table':
      return tidyTable(withLinks(node, context), context).flatMap((made) =>
        made.type === 'table' ? [made] : tidyBlock(made, level, context),
      );
    case 'blockquote': {
      const children = tidyBlocks(node.children, 'inner', { ...context, quotes: context.quotes + 1 });
      if (context.quotes >= mostQuotes) return children;
      return children.length === 0 ? [] : [{ ...node, children } as RootContent];
    }
    case 'list':
      return tidyList(node, context);
    case 'listItem':
    case 'footnoteDefinition': {
      const children = tidyBlocks(node.children, 'inner', context);
      return children.length === 0 ? [] : [{ ...node, children } as RootContent];
    }
    case 'text':
    case 'strong':
    case 'emphasis':
    case 'delete':
    case 'inlineCode':
    case 'footnoteReference':
    case 'link':
    case 'image':
      return tidyBlock({ type: 'paragraph', children: [node] }, level, context);
    case 'code':
      return node.value.trim() === '' ? [] : [node];
    case 'break':
      return [];
    default:
      return [node];
  }
}

function tidyList(list: List, context: TidyContext): RootContent[] {
  const items = list.children.flatMap((item) => {
    const [first, ...rest] = item.children;
    const line = first?.type === 'paragraph' ? { ...first, children: phrasing(first.children, context) } : first;
    const whole = line ? { ...item, children: [line, ...rest] } : item;
    return flatEntries(whole, list).flatMap((entry) => tidyBlock(entry, 'inner', context) as ListItem[]);
  });
  // One entry that holds nothing but a list, or a sentence that leads to one which was run together, is no list.
  const [only, ...more] = items;
  if (only && more.length === 0 && isRun(list)) {
    const wasRunTogether = list.children[0]?.children.length === 1 && only.children.length > 1;
    if (wasRunTogether || (only.children.length === 1 && only.children[0]?.type === 'list')) return only.children;
  }
  return items.length === 0 ? [] : [{ ...list, children: items }];
}

function tidyHeading(node: Heading, level: 'top' | 'inner', context: TidyContext): RootContent[] {
  // Pages set headings and paragraphs into headings; only words of a line can stand in one.
  if (node.children.some((child) => blocks.has(child.type))) {
    const parts = blocksOf(node.children).map((child, index): RootContent => {
      return child.type === 'paragraph' && index === 0 ? { ...node, children: child.children } : child;
    });
    return parts.flatMap((part) => tidyBlock(part, level, context));
  }
  const children = phrasing(inOneLine(node.children), context);
  const pictures = picturesIn(children);
  const words = withoutPictures(children);
  const pictured: RootContent[] = pictures.length > 0 ? [{ type: 'paragraph', children: pictures }] : [];
  if (textOf({ type: 'paragraph', children: words }).trim() === '') return pictured;
  if (level === 'inner')
    return [{ type: 'paragraph', children: lineOf([{ type: 'strong', children: words }]) }, ...pictured];
  // A heading is bold by itself.
  const plain = words.flatMap((child): PhrasingContent[] => (child.type === 'strong' ? child.children : [child]));
  return [{ ...node, children: lineOf(plain) }, ...pictured];
}

function picturesIn(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.flatMap((child) =>
    child.type === 'image' ? [child] : 'children' in child ? picturesIn(child.children) : [],
  );
}

function withoutPictures(children: readonly PhrasingContent[]): PhrasingContent[] {
  const words = children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'image') return [];
    return 'children' in child ? [{ ...child, children: withoutPictures(child.children) } as PhrasingContent] : [child];
  });
  return lineOf(words);
}

/** Line breaks as spaces, in marked words, too. */
function inOneLine(children: readonly PhrasingContent[]): PhrasingContent[] {
  return children.map((child): PhrasingContent => {
    if (child.type === 'break') return { type: 'text', value: ' ' };
    if (child.type === 'text') return { ...child, value: child.value.replace(/\s*[\r\n]\s*/g, ' ') };
    return 'children' in child ? ({ ...child, children: inOneLine(child.children) } as PhrasingContent) : child;
  });
}

function phrasing(children: readonly PhrasingContent[], context: TidyContext): PhrasingContent[] {
  return lineOf(withLinks({ type: 'paragraph', children: [...children] }, context).children);
}

/**
 * Links to places within the manuscript and to files of a machine become their words: in print they lead nowhere. A link in a
 * link, as the address of a linked picture is, has one end only: the inner one becomes its words.
 */
function withLinks<Node extends Parents>(node: Node, context: TidyContext, around: 'link' | 'text' = 'text'): Node {
  const children = node.children.flatMap((child): RootContent[] => {
    const inner = 'children' in child ? withLinks(child, context, child.type === 'link' ? 'link' : around) : child;
    if (inner.type !== 'link') return [inner];
    if (around === 'link') return inner.children;
    const url = addressOf(inner);
    if (url !== undefined && lineOf(inner.children).length > 0) return writtenLink({ ...inner, url });
    if (!inner.url.startsWith('#') && textOf(inner).trim() !== '') {
      const near = textOf(node).replace(/\s+/gu, ' ').trim().split(' ').slice(0, 8).join(' ');
      context.remark({ kind: 'link', effect: 'changed', near, words: textOf(inner) });
    }
    return inner.children;
  });
  return { ...node, children } as Node;
}

/** A link as markdown can hold it: without the calls of notes in its words. */
function writtenLink(link: Link): RootContent[] {
  const calls: RootContent[] = [];
  const without = (nodes: readonly PhrasingContent[]): PhrasingContent[] =>
    nodes.flatMap((node): PhrasingContent[] => {
      if (node.type === 'footnoteReference') calls.push(node);
      if (node.type === 'footnoteReference') return [];
      return 'children' in node ? [{ ...node, children: without(node.children) } as PhrasingContent] : [node];
    });
  const children = without(link.children);
  return [{ ...link, title: null, children }, ...calls];
}

/** The address of a link as a reader can follow it, escaped where it must be; undefined where it leads nowhere in print. */
function addressOf({ url }: Link): string | undefined {
  const written = url.trim();
  return [written, URL.parse(written)?.href].find(
    (address) => address !== undefined && addressFault(address, 'web or mail') === undefined,
  );
}

/** A table as markdown can hold it: its first row that says something is its head, and a cell is a line. */
function tidyTable(table: Table, context: TidyContext): RootContent[] {
  const nested = table.children.flatMap(({ children }) => children).filter((cell) => holdsTable(cell));
  for (const cell of nested) {
    const words = textOf(cell).replace(/\s+/gu, ' ').trim();
    context.remark({ kind: 'nested table', effect: 'changed', near: words.split(' ').slice(0, 8).join(' '), words });
  }
  const rows = table.children
    .map((row) => ({
      ...row,
      children: row.children.map((cell) => ({ ...cell, children: lineOfCell(cell.children) })),
    }))
    .filter((row) => row.children.some((cell) => cell.children.length > 0));
  if (rows.length === 0) return [];
  // A frame around text is no table.
  if (rows.flatMap((row) => row.children).length === 1) {
    const content = table.children.flatMap((row) => row.children.flatMap((cell) => cell.children));
    return [{ type: 'blockquote', children: blocksOf(content) }];
  }
  return [{ ...table, children: rows }];
}

function holdsTable(node: Nodes): boolean {
  return 'children' in node && node.children.some((child) => child.type === 'table' || holdsTable(child));
}

const blocks: ReadonlySet<string> = new Set([
  ...['paragraph', 'heading', 'list', 'listItem', 'blockquote', 'table', 'tableRow', 'tableCell'],
  ...['code', 'thematicBreak', 'html'],
]);

/** The words of what stands in a cell, in one line. */
function lineOfCell(children: readonly Nodes[]): PhrasingContent[] {
  return lineOf(wordsOfCell(children)).map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replace(/\s*[\n\t]\s*| {2,}/g, ' ') } : child,
  );
}

function wordsOfCell(children: readonly Nodes[]): PhrasingContent[] {
  return children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'break' || child.type === 'thematicBreak') return [{ type: 'text', value: ' ' }];
    if (child.type === 'code' || child.type === 'html') return [{ type: 'text', value: ` ${child.value} ` }];
    if (child.type === 'text') return [{ ...child, value: child.value.replace(/\s*\n\s*/g, ' ') }];
    if (!('children' in child)) return [child as PhrasingContent];
    const words = wordsOfCell(child.children);
    if (!blocks.has(child.type)) return [{ ...child, children: words } as PhrasingContent];
    return [{ type: 'text', value: ' ' }, ...words, { type: 'text', value: ' ' }];
  });
}

/** Blocks, with the words between them as paragraphs of their own. */
function blocksOf(children: readonly Nodes[]): BlockContent[] {
  const found: BlockContent[] = [];
  let line: PhrasingContent[] = [];
  const close = (): void => {
    if (line.length > 0) found.push({ type: 'paragraph', children: line });
    line = [];
  };
  for (const child of children) {
    if (!blocks.has(child.type)) {
      line.push(child as PhrasingContent);
      continue;
    }
    close();
    found.push(child as BlockContent);
  }
  close();
  return found;
}
