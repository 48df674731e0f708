import type { Nodes, Paragraph, Root, Table, TableRow } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { PlaceAt } from './context.ts';

/** A text that was parsed, and the way from its characters to the author's file. */
interface Written {
  readonly tree: Root;
  readonly markdown: string;
  readonly placeAt: PlaceAt;
}

/** Reports tables that print less than was typed: rows that do not fit the head, and tables that are none. */
export function checkTables({ tree, markdown, placeAt }: Written, report: Report): void {
  visit(tree, (node) => {
    if (node.type === 'table') checkRows(node, markdown, placeAt, report);
    if (node.type === 'paragraph') checkPipes(node, markdown, placeAt, report);
  });
}

function checkRows({ children }: Table, markdown: string, placeAt: PlaceAt, report: Report): void {
  const [head, ...rows] = children;
  const heads = head?.children.length ?? 0;
  for (const row of rows) {
    const cells = row.children.length;
    const [lost] = row.children.slice(heads).filter((cell) => cell.children.length > 0);
    const told = `the row has ${counted(cells, 'cell')}, and its table ${counted(heads, 'head')}`;
    if (lost) {
      report({
        rule: 'table-shape',
        place: placeAt(offsetOf(lost.children[0] ?? lost)),
        message: `${told}: "${textOfNode(lost)}" would not be printed`,
        cure: 'give the table one more head, take the cell out, or write \\| for a line within a cell',
      });
    } else if (cells < heads) {
      report({ rule: 'table-shape', place: placeAt(offsetOf(row)), message: told, cure: cureOfShort(row, markdown) });
    }
  }
}

function offsetOf({ position }: Pick<Nodes, 'position'>): number {
  return position?.start.offset ?? 0;
}

function cureOfShort(row: TableRow, markdown: string): string {
  const source = markdown.slice(row.position?.start.offset, row.position?.end.offset);
  return source.includes('|')
    ? 'write a cell for each head, an empty one as two lines with a blank between: | |'
    : 'put an empty line before it if it is no row, or write a cell for each head between lines: | … | … |';
}

const dashes = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/;

/** Lines between upright lines that are no table. A single one counts only with a line at both ends: |x| is mathematics. */
function checkPipes(paragraph: Paragraph, markdown: string, placeAt: PlaceAt, report: Report): void {
  const from = offsetOf(paragraph);
  const lines = linesOf(markdown.slice(from, paragraph.position?.end.offset));
  const piped = lines.filter(({ text }) => text.startsWith('|'));
  const [first] = piped;
  const isTable = piped.length > 1 || (first !== undefined && /^\|[^|]+\|.*\|$/.test(first.text));
  if (!first || !isTable) return;
  const heads = cellsIn(first.text);
  const ruled = lines[lines.indexOf(first) + 1];
  const isRuled = ruled !== undefined && dashes.test(ruled.text);
  report({
    rule: 'table-shape',
    place: placeAt(from + (isRuled ? ruled : first).offset),
    ...(isRuled
      ? {
          message: `the line of dashes has ${counted(cellsIn(ruled.text), 'part')}, and the head above it ${counted(heads, 'cell')}, so this is no table`,
          cure: `write |${'---|'.repeat(heads)}`,
        }
      : {
          message: 'this looks like a table and is none, so its upright lines are printed',
          cure: `write |${'---|'.repeat(heads)} under its head, and let no empty line part its rows`,
        }),
  });
}

/** The lines of a paragraph without what indents or quotes them, each with where it begins. */
function linesOf(source: string): readonly { readonly text: string; readonly offset: number }[] {
  return [...source.matchAll(/^([ \t>]*)(.*?)[ \t]*$/gm)].map(({ index, 1: margin = '', 2: text = '' }) => ({
    text,
    offset: index + margin.length,
  }));
}

function cellsIn(line: string): number {
  return line
    .replace(/^\||\|$/g, '')
    .replaceAll('\\|', '')
    .split('|').length;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
