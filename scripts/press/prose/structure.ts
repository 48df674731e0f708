import type { Definition, FootnoteDefinition, Heading, Html, Nodes, Paragraph, Root, Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/diagnostic.ts';
import type { SectionFile } from '../read/edition.ts';
import { beginsDirective, deepest } from './markdown.ts';
import type { PlaceAt, PlaceOf } from './writing.ts';

/** A section that was parsed, and the ways from its nodes and its characters to the author's file. */
export interface ParsedSection {
  readonly section: SectionFile;
  readonly tree: Root;
  readonly placeOf: PlaceOf;
  readonly placeAt: PlaceAt;
}

/**
 * Reports what is wrong with the markdown of a section by itself, whatever the rest of the edition holds: its headings, HTML,
 * directives that are not closed, notes and addresses that nobody calls, and tables that lose cells.
 */
export function checkSection(parsed: ParsedSection, report: Report): void {
  checkHeadingLevels(parsed, report);
  checkBlocks(parsed, report);
  checkDefinitions(parsed, report);
  checkTables(parsed, report);
}

function checkHeadingLevels({ tree, section, placeOf }: ParsedSection, report: Report): void {
  const first = tree.children[0];
  const [, unparted] = /^#([^#\s].*)/.exec(section.markdown.slice(first?.position?.start.offset)) ?? [];
  if (first?.type !== 'heading' || first.depth !== 1) {
    report({
      rule: 'section-head',
      place: first ? placeOf(first) : placeOf({ position: undefined }),
      message: 'this section does not begin with its heading',
      cure:
        unparted === undefined
          ? 'make its first line the heading, like "# Summary"'
          : `write a blank behind the #: "# ${unparted}"`,
    });
  }
  let before: Heading | undefined;
  for (const node of tree.children) {
    if (node.type !== 'heading') continue;
    if (node.depth === 1 && node !== first) {
      report({
        rule: 'section-head',
        place: placeOf(node),
        message: 'a second heading with one # stands in this section',
        cure: 'write ## for a heading within a section, or put what follows into a file of its own',
      });
    } else if (before && node.depth > before.depth + 1) {
      report({
        rule: 'heading-skip',
        place: placeOf(node),
        message: `this heading has ${'#'.repeat(node.depth)} after one with ${'#'.repeat(before.depth)}`,
        cure: `write it with ${'#'.repeat(before.depth + 1)}`,
      });
    }
    before = node;
  }
}

function checkBlocks(parsed: ParsedSection, report: Report): void {
  visit(parsed.tree, (node) => {
    if (node.type === 'html') reportHtml(node, parsed, report);
    if (node.type === 'containerDirective') checkClosed(node, parsed, report);
    if (node.type === 'paragraph') checkParagraph(node, parsed, report);
  });
}

function reportHtml(node: Html, { placeOf }: ParsedSection, report: Report): void {
  const isComment = node.value.startsWith('<!--');
  report({
    rule: 'html-in-text',
    place: placeOf(node),
    message: `${isComment ? 'an HTML comment' : `the HTML ${node.value.split('\n')[0]}`} cannot stand in a section`,
    cure: isComment ? 'take it out' : 'use markdown, or write \\< to print the sign itself',
  });
}

function checkClosed(node: ContainerDirective, { section, placeOf }: ParsedSection, report: Report): void {
  if (/\n\s*:{3,}\s*$/.test(sourceOf(node, section.markdown))) return;
  report({
    rule: 'directive-unclosed',
    place: placeOf(node),
    message: `":::${node.name}" is opened here and not closed`,
    cure: 'add a line with ::: after its last line',
  });
}

function checkParagraph(node: Paragraph, { section, placeOf }: ParsedSection, report: Report): void {
  if (node.data?.isFlattened) {
    report({
      rule: 'markdown-typed',
      place: placeOf(node),
      message: `quotations or lists stand more than ${deepest} deep within each other here, and print as one paragraph`,
      cure: 'take out the signs > or the blanks before the lines that are not meant',
    });
    return;
  }
  const first = node.children[0];
  // As it is written: an author who escapes a colon means the colon.
  const opening = first?.type === 'text' ? unfinishedDirective(sourceOf(first, section.markdown)) : undefined;
  if (opening === undefined) return;
  report({
    rule: 'directive-unclosed',
    place: placeOf(node),
    message: `"${opening}" begins like a directive but is not one`,
    cure: 'write it on a line of its own with both brackets, like ::chart[name], or ::: alone to close one',
  });
}

/** The first line of a text that begins like a directive; a line such as “::ffff:1.2.3.4” only has colons before it. */
function unfinishedDirective(source: string): string | undefined {
  const [line, colons = '', name = '', next = ''] = /^(:{2,})[^\S\n]*([\p{L}\p{N}_-]*)(.?).*/u.exec(source) ?? [];
  const isOne = colons.length > 2 || beginsDirective({ colons: colons.length, name, next });
  return isOne ? line : undefined;
}

/** Reports notes and addresses of links that would not be printed: never called, or written a second time. */
function checkDefinitions({ tree, placeOf }: ParsedSection, report: Report): void {
  const called = new Set<string>();
  visit(tree, (node) => {
    if (node.type === 'footnoteReference' || node.type === 'linkReference' || node.type === 'imageReference') {
      called.add(keyOf(node));
    }
  });
  const written = new Map<string, Definition | FootnoteDefinition>();
  visit(tree, (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'definition') return;
    const isNote = node.type === 'footnoteDefinition';
    const name = node.label ?? node.identifier;
    const what = isNote ? `the note "${name}"` : `the address "${name}"`;
    const first = written.get(keyOf(node));
    if (first) {
      report({
        rule: 'written-twice',
        place: placeOf(node),
        message: `${what} is written a second time, first on line ${placeOf(first).line}, so this one is not printed`,
        cure: isNote
          ? 'give it another name and call it by that, or take it out'
          : 'give it another name, or take it out',
      });
    } else if (!called.has(keyOf(node))) {
      report({
        rule: 'note-unused',
        place: placeOf(node),
        message: isNote
          ? `${what} is written but never called, so it is not printed`
          : `${what} is written but no link has it, so it is not printed`,
        cure: isNote
          ? `call it where it belongs with [^${name}], or take it out`
          : `write a link with it, [words][${name}], or take it out`,
      });
    }
    written.set(keyOf(node), first ?? node);
  });
}

/** Notes and addresses have names of their own. */
function keyOf({ type, identifier }: { readonly type: string; readonly identifier: string }): string {
  return `${type.startsWith('footnote') ? '^' : ''}${identifier}`;
}

/** Reports tables that print less than was typed: rows that do not fit the head, and tables that are none. */
function checkTables(parsed: ParsedSection, report: Report): void {
  visit(parsed.tree, (node) => {
    if (node.type === 'table') checkRows(node, parsed, report);
    if (node.type === 'paragraph') checkPipes(node, parsed, report);
  });
}

function checkRows({ children }: Table, { section, placeAt }: ParsedSection, report: Report): void {
  const [head, ...rows] = children;
  const heads = head?.children.length ?? 0;
  for (const row of rows) {
    const cells = row.children.length;
    const [lost] = row.children.slice(heads).filter((cell) => cell.children.length > 0);
    const message = `the row has ${counted(cells, 'cell')}, and its table ${counted(heads, 'head')}`;
    if (lost) {
      report({
        rule: 'table-shape',
        place: placeAt(offsetOf(lost.children[0] ?? lost)),
        message: `${message}: "${textOfNode(lost)}" would not be printed`,
        cure: 'give the table one more head, take the cell out, or write \\| for a line within a cell',
      });
    } else if (cells < heads) {
      const place = placeAt(offsetOf(row));
      report({ rule: 'table-shape', place, message, cure: cureOfShort(row, section.markdown) });
    }
  }
}

function cureOfShort(row: TableRow, markdown: string): string {
  return sourceOf(row, markdown).includes('|')
    ? 'write a cell for each head, an empty one as two lines with a blank between: | |'
    : 'put an empty line before it if it is not a row, or write a cell for each head between lines: | … | … |';
}

const dashes = /^\s*\|?(?:\s*:?-+:?\s*\|)+(?:\s*:?-+:?)?\s*$/;

/** Lines between upright lines that are no table. A single one counts only with a line at both ends: |x| is mathematics. */
function checkPipes(paragraph: Paragraph, { section, placeAt }: ParsedSection, report: Report): void {
  const from = offsetOf(paragraph);
  const lines = linesOf(sourceOf(paragraph, section.markdown));
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
          message: `the line of dashes has ${counted(cellsIn(ruled.text), 'part')}, and the head above it ${counted(heads, 'cell')}, so this is not a table`,
          cure: `write |${'---|'.repeat(heads)}`,
        }
      : {
          message: 'this looks like a table but is not one, so its upright lines are printed',
          cure: `write |${'---|'.repeat(heads)} under its head, and leave no empty line between its rows`,
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

function offsetOf({ position }: Pick<Nodes, 'position'>): number {
  return position?.start.offset ?? 0;
}

/** What an author typed for a node. */
function sourceOf({ position }: Pick<Nodes, 'position'>, markdown: string): string {
  return markdown.slice(position?.start.offset, position?.end.offset);
}
