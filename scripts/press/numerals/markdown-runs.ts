import type { Nodes, Root } from 'mdast';
import { alignText } from './align-text.ts';
import { filledIn, type Run } from './run.ts';

/** Citations and calls of notes as they stand in text: `[@source, p. 3]`, `[^name]`. */
const marks = /\[(?:@|\^)[^\]]*\]/g;

/**
 * The printed text of markdown: a run for every paragraph, heading, cell, alternative text and block of code. Text of
 * links, emphasis and passages in another language goes on within its run; facts, claims, references, citations and calls of notes are filled in by the
 * press. Where a citation points in its source (its page) belongs to the source, and is not text.
 *
 * @param source the markdown that the tree was parsed from
 */
export function markdownRuns(tree: Root, source: string): readonly Run[] {
  const runs: Run[] = [];
  const write = (node: Nodes): void => {
    if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
      const run = { text: '', offsets: [] as number[] };
      for (const child of node.children) writeInline(child, run);
      runs.push(run);
    } else if (node.type === 'code') runs.push(own(node, node.value));
    else if ('children' in node) for (const child of node.children) write(child);
  };
  const writeInline = (node: Nodes, run: { text: string; offsets: number[] }): void => {
    if (node.type === 'text' || node.type === 'inlineCode') append(run, own(node, node.value));
    else if (node.type === 'break') append(run, own(node, '\n'));
    else if (node.type === 'image' || node.type === 'imageReference') runs.push(own(node, node.alt ?? ''));
    else if ((node.type !== 'textDirective' || node.name === 'lang') && 'children' in node) {
      for (const child of node.children) writeInline(child, run);
    } else if (node.type !== 'html') append(run, { text: filledIn, offsets: [node.position?.start.offset ?? 0] });
  };
  const own = (node: Nodes, text: string): Run => {
    const { start, end } = node.position ?? {};
    return {
      text: withoutMarks(text),
      offsets: alignText(text, source, start?.offset ?? 0, end?.offset ?? source.length),
    };
  };
  write(tree);
  return runs.filter(({ text }) => text.trim() !== '');
}

/** Of the same length, so that the offsets stay those of the text. */
function withoutMarks(text: string): string {
  return text.replace(marks, (mark) => filledIn.repeat(mark.length));
}

function append(run: { text: string; offsets: number[] }, more: Run): void {
  run.text += more.text;
  // A call takes no more than some 100,000 arguments.
  for (const offset of more.offsets) run.offsets.push(offset);
}
