import type { Root } from 'mdast';
import { toString as textOfNode } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { claimMarks } from '../facts/claim-marks.ts';
import { markdownRuns } from '../numerals/markdown-runs.ts';
import type { SectionFile } from '../read/edition.ts';
import type { PrintedText } from './printed-text.ts';
import { placeOf } from './text-place.ts';
import { withoutMarks } from './without-marks.ts';

/** The printed texts of a section: paragraphs, headings, lists, tables, notes, call-outs, alternative texts. */
export function sectionTexts({ file, markdown }: SectionFile, tree: Root): readonly PrintedText[] {
  const runs = markdownRuns(tree, markdown).map(
    ({ text, offsets }): PrintedText => ({
      // Alternative text keeps its marks in the tree.
      text: withoutMarks(text),
      claims: [],
      placeAt: (offset) => placeOf(markdown, file, offsets[offset] ?? offsets.at(-1) ?? 0),
    }),
  );
  return [...runs, ...claimTexts(tree, file)];
}

/** Each claim as a text of its own: a directive within a line, or a mark in alternative text. */
function claimTexts(tree: Root, file: string): readonly PrintedText[] {
  const texts: PrintedText[] = [];
  visit(tree, (node) => {
    const { line = 1, column = 1 } = node.position?.start ?? {};
    const placed = (claims: PrintedText['claims']) =>
      texts.push({ text: '', claims, placeAt: () => ({ file, line, column }) });
    if (node.type === 'image') placed(claimMarks(node.alt ?? ''));
    if (node.type === 'textDirective' && node.name === 'claim') {
      placed([{ words: textOfNode(node), fact: node.attributes?.fact ?? undefined, start: 0, end: 0 }]);
    }
  });
  return texts;
}
