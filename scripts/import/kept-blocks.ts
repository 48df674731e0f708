import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseMarkdown } from '../press/prose/markdown.ts';
import { isPlacedKind } from '../press/prose/plan.ts';

/** What stays of a section whose prose gives way: a chart, table, map, timeline or key figures, as its author wrote it. */
export interface KeptBlock {
  readonly markdown: string;
  /** How far into the section it stood: 0 at its head, 1 at its end. */
  readonly at: number;
}

export interface KeptBlocks {
  readonly title: string;
  readonly blocks: readonly KeptBlock[];
  /** The notes that the blocks call, as they are written. */
  readonly notes: readonly string[];
}

/** Finds what stays of a section. Its notes get names that no note of a manuscript has. */
export function keptBlocks(markdown: string): KeptBlocks {
  const tree = parseMarkdown(markdown);
  const [first] = tree.children;
  const heading = first?.type === 'heading' ? sliceOf(markdown, first).replace(/^#+\s*/, '') : '';
  const blocks: KeptBlock[] = [];
  const called = new Set<string>();
  const flow = tree.children.filter(({ type }) => type !== 'footnoteDefinition');
  flow.forEach((top, index) => {
    visit(top, (node) => {
      const stays =
        (node.type === 'leafDirective' && isPlacedKind(node.name)) ||
        (node.type === 'containerDirective' && node.name === 'key-figures');
      if (!stays) return;
      blocks.push({ markdown: renamed(sliceOf(markdown, node)), at: flow.length < 2 ? 1 : index / (flow.length - 1) });
      visit(node, 'footnoteReference', ({ identifier }) => {
        called.add(identifier);
      });
    });
  });
  return { title: heading, blocks, notes: notesOf(tree, markdown, called) };
}

function notesOf(tree: Root, markdown: string, called: ReadonlySet<string>): readonly string[] {
  return tree.children.flatMap((node) =>
    node.type === 'footnoteDefinition' && called.has(node.identifier) ? [renamed(sliceOf(markdown, node))] : [],
  );
}

function sliceOf(markdown: string, node: Root['children'][number]): string {
  return markdown.slice(node.position?.start.offset, node.position?.end.offset);
}

function renamed(markdown: string): string {
  return markdown.replace(/\[\^(?=note-\d)/g, '[^kept-');
}
