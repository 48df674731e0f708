import type { Nodes, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';

/** A piece of running text as its author typed it, with its backslashes. */
export interface TypedText {
  readonly source: string;
  /** Where it begins in the markdown. */
  readonly offset: number;
  /** What stands directly before and after it in its paragraph. */
  readonly before: Nodes | undefined;
  readonly after: Nodes | undefined;
}

/** The running text of a tree, piece by piece in its order: no code, no addresses, no names in the brackets of directives. */
export function typedTexts(tree: Root, markdown: string): readonly TypedText[] {
  const texts: TypedText[] = [];
  visit(tree, 'text', (node, index, parent) => {
    const { start, end } = node.position ?? {};
    if (start?.offset === undefined || !parent || index === undefined || holdsName(parent)) return;
    // What was escaped parts a text in two of one place.
    if (texts.at(-1)?.offset === start.offset) return;
    texts.push({
      source: markdown.slice(start.offset, end?.offset),
      offset: start.offset,
      before: parent.children[index - 1],
      after: nextTo(node, index, parent.children),
    });
  });
  return texts;
}

function nextTo(text: Text, index: number, siblings: readonly Nodes[]): Nodes | undefined {
  let next = index + 1;
  while (isSamePlace(siblings[next], text)) next += 1;
  return siblings[next];
}

function holdsName(parent: Nodes): boolean {
  const isDirective = parent.type === 'textDirective' || parent.type === 'leafDirective';
  return isDirective && parent.name !== 'lang' && parent.name !== 'claim';
}

function isSamePlace(node: Nodes | undefined, text: Text): boolean {
  return node?.type === 'text' && node.position?.start.offset === text.position?.start.offset;
}
