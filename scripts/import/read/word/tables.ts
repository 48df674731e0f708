import type { BlockContent, PhrasingContent, RootContent, TableCell } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import type { Remark } from '../../manuscript.ts';
import type { Block, Flow } from './flow.ts';
import { childOf, elementsOf, numberOf, propertyOf, spaced, wordsIn, type XmlElement } from './package.ts';
import { nearOf } from './phrasing.ts';

interface Cell extends Flow {
  /** Columns that it takes beyond its own. */
  readonly more: number;
  /** Whether it belongs to the cell above or before it. */
  readonly isMerged: boolean;
}

interface Row {
  readonly before: number;
  readonly cells: readonly Cell[];
}

/**
 * Reads a table (ECMA-376 part 1, 17.4) as markdown can hold it. A frame around text is a quote, one row that sets long
 * texts side by side gives them one after the other, and of merged cells the first has the text.
 */
export function readTable(table: XmlElement, readCell: (cell: XmlElement) => Flow): readonly Block[] {
  const rows = partsOf(table, 'w:tr').filter((row) => !isDeleted(row));
  const read = rows.map((row): Row => rowOf(row, readCell));
  const cells = read.flatMap((row) => row.cells);
  const full = cells.filter(({ children }) => children.length > 0);
  const near = nearOf(full.map(({ children }) => wordsOf(children)).join(' '));
  const remark = (kind: Remark['kind'], effect: Remark['effect'], words: string): Block => ({
    kind: 'remark',
    remark: { kind, effect, near, words },
  });
  const inner = full.flatMap(({ title, remarks }): Block[] => [
    ...(title ? [{ kind: 'title', paragraph: title } as const] : []),
    ...remarks.map((found): Block => ({ kind: 'remark', remark: found.near === '' ? { ...found, near } : found })),
  ]);
  const deleted = partsOf(table, 'w:tr')
    .filter(isDeleted)
    .map((row) => wordsIn(row));
  const gone = deleted.filter((words) => words !== '').map((words) => remark('deleted text', 'left out', words));
  const merged = cells.some(({ isMerged, more }) => isMerged || more > 0);
  const columns = read.reduce((most, row) => Math.max(most, widthOf(row)), 0);
  if (full.length === 0) return [...gone, ...emptyCells(cells)];
  if (full.length === 1 || columns === 1 || read.every((row) => row.cells.length === 1)) {
    if (full.length === 1 || full.some(isLong)) return [...gone, ...inner, ...framed(full)];
  } else if (read.length === 1 && full.some(isLong)) {
    const children = full.flatMap((cell) => cell.children);
    return [...gone, ...inner, remark('position of text', 'changed', ''), { kind: 'block', children }];
  }
  const nested = full.some(({ children }) => children.some(({ type }) => type === 'table'));
  return [
    ...gone,
    ...inner,
    ...(merged ? [remark('merged cells', 'changed', '')] : []),
    ...(nested ? [remark('nested table', 'changed', '')] : []),
    { kind: 'block', children: [{ type: 'table', children: read.map((row) => lineOf(row, columns)) }] },
  ];
}

/** What a table of empty cells still has to say. */
function emptyCells(cells: readonly Cell[]): readonly Block[] {
  return cells.flatMap(({ remarks, title }): Block[] => [
    ...(title ? [{ kind: 'title', paragraph: title } as const] : []),
    ...remarks.map((found): Block => ({ kind: 'remark', remark: found })),
  ]);
}

/** Rows of a table or cells of a row, whatever wraps them. */
function partsOf(element: XmlElement, name: string): readonly XmlElement[] {
  return elementsOf(element).flatMap((child) => {
    if (child.name === name) return [child];
    return child.name === 'w:tbl' || child.name === 'w:tc' || child.name.endsWith('Pr') ? [] : partsOf(child, name);
  });
}

function isDeleted(row: XmlElement): boolean {
  return childOf(childOf(row, 'w:trPr'), 'w:del') !== undefined;
}

function rowOf(row: XmlElement, readCell: (cell: XmlElement) => Flow): Row {
  const properties = childOf(row, 'w:trPr');
  return {
    before: columnsIn(propertyOf(properties, 'w:gridBefore')),
    cells: partsOf(row, 'w:tc').map((cell) => tableCell(cell, readCell)),
  };
}

/** More columns than Word has are none. */
const mostColumns = 63;

function columnsIn(value: string | undefined): number {
  return Math.min(mostColumns, Math.max(0, numberOf(value) ?? 0));
}

function tableCell(cell: XmlElement, readCell: (cell: XmlElement) => Flow): Cell {
  const properties = childOf(cell, 'w:tcPr');
  const merges = [childOf(properties, 'w:vMerge'), childOf(properties, 'w:hMerge')];
  const isMerged = merges.some((merge) => merge !== undefined && merge.attributes['w:val'] !== 'restart');
  const more = Math.max(1, columnsIn(propertyOf(properties, 'w:gridSpan'))) - 1;
  const isGone = childOf(properties, 'w:cellDel') !== undefined;
  if (!isMerged && !isGone) return { ...readCell(cell), more, isMerged };
  // Word shows nothing of what a cell holds that is merged into another.
  const words = wordsIn(cell);
  const kind = isGone ? 'deleted text' : 'hidden text';
  const remarks: readonly Remark[] = words === '' ? [] : [{ kind, effect: 'left out', near: '', words }];
  return { children: [], title: undefined, remarks, more, isMerged };
}

function widthOf({ before, cells }: Row): number {
  return before + cells.reduce((sum, { more }) => sum + 1 + more, 0);
}

function lineOf(
  { before, cells }: Row,
  columns: number,
): { readonly type: 'tableRow'; readonly children: TableCell[] } {
  const none = (count: number) => Array.from({ length: count }, (): TableCell => ({ type: 'tableCell', children: [] }));
  const shown = cells.flatMap((cell) => [
    { type: 'tableCell' as const, children: phrased(cell.children) },
    ...none(cell.more),
  ]);
  const line = [...none(before), ...shown];
  return { type: 'tableRow', children: [...line, ...none(columns - line.length)] };
}

function isLong({ children }: Cell): boolean {
  return children.length > 1 || children.some(({ type }) => type === 'table');
}

/** The text of a frame; one that holds tables or chapters is a layout, and no quote. */
function framed(cells: readonly Cell[]): readonly Block[] {
  const children = cells.flatMap((cell) => cell.children);
  const headings = children.filter(({ type }) => type === 'heading').length;
  return headings > 1 || children.some(({ type }) => type === 'table')
    ? [{ kind: 'block', children }]
    : [{ kind: 'block', children: [{ type: 'blockquote', children }] }];
}

/** Blocks in one line, as a cell has them: paragraphs are parted by breaks, and entries of lists keep their marks. */
function phrased(blocks: readonly BlockContent[]): PhrasingContent[] {
  return blocks.flatMap((block, index): PhrasingContent[] => [
    ...(index > 0 ? [{ type: 'break' } as const] : []),
    ...lineFrom(block),
  ]);
}

function lineFrom(block: BlockContent): PhrasingContent[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return block.children;
    case 'list':
      return block.children.flatMap((entry, index): PhrasingContent[] => [
        ...(index > 0 ? [{ type: 'break' } as const] : []),
        { type: 'text', value: `${entry.data?.label ?? '•'} ` },
        ...phrased(entry.children as BlockContent[]),
      ]);
    case 'table':
      return block.children.flatMap((row, index): PhrasingContent[] => [
        ...(index > 0 ? [{ type: 'break' } as const] : []),
        ...row.children.flatMap((cell, at): PhrasingContent[] => [
          ...(at > 0 ? [{ type: 'text', value: ' ' } as const] : []),
          ...cell.children,
        ]),
      ]);
    case 'blockquote':
      return phrased(block.children as BlockContent[]);
    default:
      return [{ type: 'text', value: textOf(block) }];
  }
}

/** The words of blocks, with spaces between them. */
export function wordsOf(blocks: readonly RootContent[]): string {
  const words = blocks.map((block) =>
    'children' in block && block.type !== 'paragraph' && block.type !== 'heading' && block.type !== 'tableCell'
      ? wordsOf(block.children as RootContent[])
      : textOf(block),
  );
  return spaced(words.join(' '));
}
