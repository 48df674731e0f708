import { readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { writeWhole } from '../../cli/write-whole.ts';
import { editionsInOrder } from '../pictures/editions.ts';
import { readByPoppler } from './poppler.ts';
import { readTaggedPdf, type StructureElement, type StructureNode, type TaggedPdf } from './structure.ts';

/** The golden text of an edition: how a screen reader speaks it, as somebody has read it. */
export function goldenFile(repository: string, edition: string): string {
  return join(repository, 'tests/conformance/golden', `${edition}.txt`);
}

/**
 * Holds an edition, as a screen reader speaks it, against its golden text.
 *
 * @returns a sentence where they differ
 */
export async function holdGolden(path: string, lines: readonly string[]): Promise<readonly string[]> {
  const wanted = (await readFile(path, 'utf8').catch(() => '')).trimEnd().split('\n');
  const length = Math.max(wanted.length, lines.length);
  const at = Array.from({ length }, (_, index) => index).find((index) => lines[index] !== wanted[index]);
  if (at === undefined) return [];
  const place = `${relative(process.cwd(), path)}:${at + 1}`;
  return [
    `is not spoken as in ${place} but: “${lines[at] ?? ''}”. Write it anew (npm run conformance -- --golden) and read what changed`,
  ];
}

/** Writes the golden texts of all editions but drafts anew, from what npm run pdf has left in out/. */
export async function writeGolden(repository: string): Promise<readonly string[]> {
  const written: string[] = [];
  for (const { name, isDraft } of await editionsInOrder(repository)) {
    if (isDraft) continue;
    const file = join(repository, 'out', `${name}.pdf`);
    const pdf = await readFile(file).catch((cause: unknown) => {
      throw new Error(`Reading ${file} failed: build it first with npm run pdf`, { cause });
    });
    const poppler = await readByPoppler(file, (await readTaggedPdf(pdf)).structure);
    const path = goldenFile(repository, name);
    await writeWhole(path, `${spokenLines(poppler).join('\n')}\n`);
    written.push(relative(process.cwd(), path));
  }
  return written;
}

/** What is said before the words of a tag that is a line of its own. */
const prefixes: Readonly<Record<string, string>> = {
  Caption: 'caption: ',
  Note: 'note: ',
  BlockQuote: 'quotation: ',
  Formula: 'formula: ',
  Code: 'code: ',
};
/** Tags that stand for themselves; what is in them follows one step further in. */
const groups: Readonly<Record<string, string>> = { L: 'list', TOC: 'contents', Table: 'table' };
const entries: Readonly<Record<string, readonly string[]>> = { L: ['LI'], TOC: ['TOCI'], Table: ['TR'] };
/** Tags within a line. */
const withinLines: ReadonlySet<string> = new Set(['Span', 'Link', 'Reference', 'Quote', 'Lbl', 'Em', 'Strong']);

/**
 * A PDF as a screen reader speaks it: a line a block, with what the reader says of it (the level of a heading, the length
 * of a list); links in brackets, what is in another language in braces, of a list's entries their marks, of a picture its alternative text.
 */
export function spokenLines(pdf: TaggedPdf): readonly string[] {
  return pdf.structure.flatMap((node) => linesOf(node, '', pdf));
}

function linesOf(node: StructureNode, indent: string, pdf: TaggedPdf): readonly string[] {
  if (node.kind !== 'element') return lineOf(indent, wordsOf(node, pdf));
  const { type, kids } = node;
  if (type === 'Figure') return lineOf(indent, `picture: ${node.alt ?? wordsIn(node, pdf)}`);
  if (type === 'TR') return lineOf(indent, kids.map((cell) => cellWords(cell, pdf)).join(' '));
  const group = groups[type];
  if (group !== undefined) {
    const own = count(node, entries[type] ?? []);
    return [`${indent}${group} of ${own}`, ...kids.flatMap((kid) => linesOf(kid, `${indent}  `, pdf))];
  }
  if (isLine(node)) return lineOf(indent, `${prefixOf(type)}${wordsIn(node, pdf)}`);
  if (type === 'LI' || type === 'TOCI') {
    const lines = gather(kids, indent, pdf);
    return lines.map((line, index) => (index === 0 ? `${indent}- ${line.trimStart()}` : `  ${line}`));
  }
  const prefix = prefixes[type] ?? '';
  const lines = gather(kids, indent, pdf);
  return lines.map((line, index) => (index === 0 ? `${indent}${prefix}${line.trimStart()}` : line));
}

/** The lines of what stands side by side: what is within lines is one line with its neighbours. */
function gather(kids: readonly StructureNode[], indent: string, pdf: TaggedPdf): readonly string[] {
  const lines: string[] = [];
  let open = '';
  const close = (): void => {
    lines.push(...lineOf(indent, open));
    open = '';
  };
  for (const kid of kids) {
    if (kid.kind !== 'element' || withinLines.has(kid.type)) open += wordsOf(kid, pdf);
    else {
      // An entry's label is said on the line of what it labels.
      const inner = linesOf(kid, indent, pdf);
      const [first = '', ...rest] = inner;
      if (open.trim() !== '' && beginsWithLabel(kids) && inner.length > 0) {
        lines.push(`${indent}${open.trim()} ${first.trimStart()}`, ...rest);
        open = '';
      } else {
        close();
        lines.push(...inner);
      }
    }
  }
  close();
  return lines;
}

function beginsWithLabel(kids: readonly StructureNode[]): boolean {
  return kids[0]?.kind === 'element' && kids[0].type === 'Lbl';
}

function isLine({ type, kids }: StructureElement): boolean {
  return /^(P|H|H[1-6])$/.test(type) && kids.every((kid) => kid.kind !== 'element' || withinLines.has(kid.type));
}

function prefixOf(type: string): string {
  return /^H[1-6]$/.test(type) ? `heading ${type.slice(1)}: ` : (prefixes[type] ?? '');
}

function cellWords(cell: StructureNode, pdf: TaggedPdf): string {
  const words = wordsOf(cell, pdf).replace(/\s+/g, ' ').trim();
  return cell.kind === 'element' && cell.type === 'TH' ? `| ${words}:` : `| ${words}`;
}

function count(element: StructureElement, types: readonly string[]): number {
  return element.kids.reduce((sum, kid) => {
    if (kid.kind !== 'element') return sum;
    return sum + (types.includes(kid.type) ? 1 : kid.type in groups ? 0 : count(kid, types));
  }, 0);
}

function wordsIn({ actualText, language, kids }: StructureElement, pdf: TaggedPdf): string {
  const words = actualText ?? kids.map((kid) => wordsOf(kid, pdf)).join('');
  if (language === undefined) return words;
  return words.replace(/^(\s*)(.*?)(\s*)$/s, (_, before, own, after) => `${before}{${language}: ${own}}${after}`);
}

function wordsOf(node: StructureNode, pdf: TaggedPdf): string {
  if (node.kind === 'mark') return pdf.texts.get(node.key) ?? '';
  if (node.kind === 'annotation') return '';
  if (node.type === 'Figure') return `picture: ${node.alt ?? ''}`;
  const words = wordsIn(node, pdf);
  return node.type === 'Link' ? `[${words.trim()}]${/\s$/.test(words) ? ' ' : ''}` : words;
}

function lineOf(indent: string, words: string): readonly string[] {
  const line = words.replace(/\s+/g, ' ').trim();
  return line === '' ? [] : [`${indent}${line}`];
}
