import type { BlockContent, Nodes, PhrasingContent, RootContent, Table } from 'mdast';
import { tidyPhrasing, trimPhrasing } from './tidy-phrasing.ts';

/** A table as markdown can hold it: its first row that says something is its head, and a cell is a line. */
export function tidyTable(table: Table): RootContent[] {
  const rows = table.children
    .map((row) => ({ ...row, children: row.children.map((cell) => ({ ...cell, children: lineOf(cell.children) })) }))
    .filter((row) => row.children.some((cell) => cell.children.length > 0));
  const [first] = rows;
  if (!first) return [];
  const cells = rows.flatMap((row) => row.children);
  // A frame around text is no table.
  if (cells.length === 1) {
    return [
      {
        type: 'blockquote',
        children: blocksOf(table.children.flatMap((row) => row.children.flatMap((cell) => cell.children))),
      },
    ];
  }
  return [{ ...table, children: rows }];
}

const blocks: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'list',
  'listItem',
  'blockquote',
  'table',
  'tableRow',
  'tableCell',
]);

/** The words of what stands in a cell, in one line. */
function lineOf(children: readonly Nodes[]): PhrasingContent[] {
  const line = children.flatMap((child): PhrasingContent[] => {
    if (child.type === 'break') return [{ type: 'text', value: ' ' }];
    if (child.type === 'code' || child.type === 'html') return [{ type: 'text', value: `${child.value} ` }];
    if (child.type === 'text') return [{ ...child, value: child.value.replace(/\s*\n\s*/g, ' ') }];
    if (!blocks.has(child.type) || !('children' in child)) return [child as PhrasingContent];
    return [{ type: 'text', value: ' ' }, ...lineOf(child.children), { type: 'text', value: ' ' }];
  });
  return trimPhrasing(tidyPhrasing(line)).map((child) =>
    child.type === 'text' ? { ...child, value: child.value.replace(/ {2,}/g, ' ') } : child,
  );
}

function blocksOf(children: readonly Nodes[]): BlockContent[] {
  const found: BlockContent[] = [];
  for (const child of children) {
    const last = found.at(-1);
    if (blocks.has(child.type)) found.push(child as BlockContent);
    else if (last?.type === 'paragraph') last.children.push(child as PhrasingContent);
    else found.push({ type: 'paragraph', children: [child as PhrasingContent] });
  }
  return found;
}
