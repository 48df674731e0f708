import type { Nodes, Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { claimMarks } from '../facts/claim-marks.ts';
import { slipsIn } from '../prose/slips.ts';
import type { Edition, SectionFile } from '../read/edition.ts';
import { filledIn, maskMarks, type PrintedText } from './printed-text.ts';
import { alignText, placeOfOffset } from './source-places.ts';

/** The printed texts of a section: paragraphs, headings, lists, tables, notes, call-outs, alternative texts. */
export function sectionTexts(
  { file, markdown }: SectionFile,
  tree: Root,
  sources: Edition['sources'],
): readonly PrintedText[] {
  // A number within a slip is part of a name, and the slip itself is reported.
  const slips = slipsIn(tree, markdown, sources).filter(({ rule }) => rule !== 'markdown-typed');
  const isName = (offset = 0) => slips.some(({ start, end }) => start <= offset && offset < end);
  const runs = markdownRuns(tree, markdown).map(({ text, offsets }): PrintedText => {
    const typed =
      slips.length === 0 ? text : text.replace(/./gs, (sign, at) => (isName(offsets[at]) ? filledIn : sign));
    return {
      // Alternative text keeps its marks in the tree.
      text: maskMarks(typed),
      claims: [],
      placeAt: (offset) => placeOfOffset(markdown, file, offsets[offset] ?? offsets.at(-1) ?? 0),
    };
  });
  return [...runs, ...claimTexts(tree, file)];
}

/** Each claim as a text of its own: a directive within a line, or a mark in alternative text. */
function claimTexts(tree: Root, file: string): readonly PrintedText[] {
  const texts: PrintedText[] = [];
  visit(tree, (node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const placed = (claims: PrintedText['claims']) =>
      texts.push({ text: '', claims, placeAt: () => ({ file, line, column }) });
    if (node.type === 'image' && !node.data?.isLiteral) placed(claimMarks(node.alt ?? ''));
    if (node.type === 'textDirective' && node.name === 'claim' && node.children.length > 0) {
      placed([{ words: textOfNode(node), fact: node.attributes?.fact ?? undefined, start: 0, end: 0 }]);
    }
  });
  return texts;
}

/** A stretch of printed markdown without a break in its sense: a paragraph, a heading, a cell. */
interface Run {
  /** What is printed; U+FFFC stands for what the press fills in, such as a fact or the call of a note. */
  readonly text: string;
  /** The offset in its source of each UTF-16 unit of the text. */
  readonly offsets: readonly number[];
}

/**
 * The printed text of markdown: a run for every paragraph, heading, cell, alternative text and block of code. Text of
 * links, emphasis and passages in another language goes on within its run; facts, claims, references, citations and calls of
 * notes are filled in by the press. Where a citation points in its source (its page) belongs to the source, and is not text.
 *
 * @param source the markdown that the tree was parsed from
 */
export function markdownRuns(tree: Root, source: string): readonly Run[] {
  return runsIn(tree, source).filter(({ text }) => text.trim() !== '');
}

function runsIn(node: Nodes, source: string): readonly Run[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const parts = node.children.flatMap((child) => inlineParts(child, source));
    const line = parts.filter(({ inLine }) => inLine);
    const run = { text: line.map(({ text }) => text).join(''), offsets: line.flatMap(({ offsets }) => offsets) };
    return [...parts.filter(({ inLine }) => !inLine), run];
  }
  if (node.type === 'code') return [runOf(node, node.value, source)];
  return 'children' in node ? node.children.flatMap((child) => runsIn(child, source)) : [];
}

/** The parts of a line's node: those that go on within its run, and alternative texts, which are runs of their own. */
function inlineParts(node: Nodes, source: string): readonly (Run & { readonly inLine: boolean })[] {
  if (node.type === 'text' || node.type === 'inlineCode') return [{ ...runOf(node, node.value, source), inLine: true }];
  if (node.type === 'break') return [{ ...runOf(node, '\n', source), inLine: true }];
  if (node.type === 'image' || node.type === 'imageReference')
    return [{ ...runOf(node, node.alt ?? '', source), inLine: false }];
  if ((node.type !== 'textDirective' || node.name === 'lang') && 'children' in node)
    return node.children.flatMap((child) => inlineParts(child, source));
  if (node.type === 'html') return [];
  return [{ text: filledIn, offsets: [node.position?.start.offset ?? 0], inLine: true }];
}

/** Citations and calls of notes as they stand in text: `[@source, p. 3]`, `[^name]`. */
const citations = /\[(?:@|\^)[^\]]*\]/g;

function runOf({ position }: Nodes, text: string, source: string): Run {
  const { start, end } = position ?? {};
  return {
    text: maskMarks(text, citations),
    offsets: alignText(text, source, start?.offset ?? 0, end?.offset ?? source.length),
  };
}
