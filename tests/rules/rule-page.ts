import type { Code, Heading, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A file as an example shows it. */
export interface ShownFile {
  readonly path: string;
  /** Its text, or a piece of it; the line that the message names ends with an arrow. */
  readonly text: string;
}

/** A page of docs/rules, as the headings of its parts divide it. */
export interface RulePage {
  readonly title: string;
  /** How many paragraphs stand before the first part. */
  readonly opening: number;
  /** The names of the parts, in their order. */
  readonly parts: readonly string[];
  readonly wrong: readonly ShownFile[];
  /** What the page says that the press says. */
  readonly message: string;
  readonly right: readonly ShownFile[];
}

/** Reads a page: a file of an example is a paragraph that is its name in bold, and the block of code after it. */
export function readRulePage(markdown: string): RulePage {
  const tree: Root = unified().use(remarkParse).parse(markdown);
  const parts = partsOf(tree);
  const of = (name: string) => parts.find((part) => part.name === name)?.nodes ?? [];
  const [opening = { nodes: [] }] = parts;
  const title = tree.children.find((node): node is Heading => node.type === 'heading' && node.depth === 1);
  return {
    title: title ? textOf(title) : '',
    opening: opening.nodes.filter(({ type }) => type === 'paragraph').length,
    parts: parts.slice(1).map(({ name }) => name),
    wrong: filesIn(of('Wrong')),
    message: of('The press says').find(isCode)?.value ?? '',
    right: filesIn(of('Right')),
  };
}

function partsOf(tree: Root): readonly { readonly name: string; readonly nodes: RootContent[] }[] {
  const parts = [{ name: '', nodes: [] as RootContent[] }];
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) parts.push({ name: textOf(node), nodes: [] });
    else parts.at(-1)?.nodes.push(node);
  }
  return parts;
}

function filesIn(nodes: readonly RootContent[]): readonly ShownFile[] {
  return nodes.flatMap((node, index) => {
    const before = nodes[index - 1];
    const named = before?.type === 'paragraph' && before.children.length === 1 && before.children[0]?.type === 'strong';
    return isCode(node) && named ? [{ path: textOf(before), text: `${node.value}\n` }] : [];
  });
}

function isCode(node: RootContent): node is Code {
  return node.type === 'code';
}
