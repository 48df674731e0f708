import type { Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { claimMarks } from '../facts/claim-marks.ts';
import { markdownRuns } from '../numerals/markdown-runs.ts';
import { filledIn } from '../numerals/run.ts';
import { slipsIn } from '../prose/slips.ts';
import type { Edition, SectionFile } from '../read/edition.ts';
import type { PrintedText } from './printed-text.ts';
import { placeOf } from './text-place.ts';
import { withoutMarks } from './without-marks.ts';

/** The printed texts of a section: paragraphs, headings, lists, tables, notes, call-outs, alternative texts. */
export function sectionTexts(
  { file, markdown }: SectionFile,
  tree: Root,
  sources: Edition['sources'],
): readonly PrintedText[] {
  // A number within a slip is part of a name, and the slip is told.
  const slips = slipsIn(tree, markdown, sources).filter(({ rule }) => rule !== 'markdown-typed');
  const isName = (offset = 0) => slips.some(({ start, end }) => start <= offset && offset < end);
  const runs = markdownRuns(tree, markdown).map(({ text, offsets }): PrintedText => {
    const typed =
      slips.length === 0 ? text : text.replace(/./gs, (sign, at) => (isName(offsets[at]) ? filledIn : sign));
    return {
      // Alternative text keeps its marks in the tree.
      text: withoutMarks(typed),
      claims: [],
      placeAt: (offset) => placeOf(markdown, file, offsets[offset] ?? offsets.at(-1) ?? 0),
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
