import type { BlockContent, DefinitionContent, Paragraph } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { toString as textOfNode } from 'mdast-util-to-string';

/** A directive as its author typed it. */
export type Directive = TextDirective | LeafDirective | ContainerDirective;

/** Where a directive may stand: within a line of text, as a leaf on a line of its own, or as a container around lines. */
export type DirectiveForm = 'text' | 'leaf' | 'container';

/** The colons that begin a directive of each form. */
export const colons: Readonly<Record<DirectiveForm, string>> = { text: ':', leaf: '::', container: ':::' };

const forms = { textDirective: 'text', leafDirective: 'leaf', containerDirective: 'container' } as const;

/** The form of a directive. */
export function formOf({ type }: Pick<Directive, 'type'>): DirectiveForm {
  return forms[type];
}

/** A directive up to its brackets, as messages show it: `::chart`. */
export function beginningOf(node: Directive): string {
  return colons[formOf(node)] + node.name;
}

/** What stands in the brackets of a directive that has no lines within: a name, words or a number. */
export function bracketsOf(node: TextDirective | LeafDirective): string {
  return textOfNode(node).trim();
}

/** What follows the name of a directive and does not belong to it: a blank parts it, `:fact [name]`, or it is not closed. */
export function tornRest(after: string): { readonly typed: string; readonly right: string } | undefined {
  const parted = /^[ \t]+(\[[^[\]]+\](?:\{[^{}]*\})?)/.exec(after);
  if (parted?.[1] !== undefined) return { typed: parted[0], right: parted[1] };
  const open = /^\[[a-z0-9-]+/.exec(after);
  return open ? { typed: open[0], right: `${open[0]}]` } : undefined;
}

/** The words in the brackets of a container, and the lines between its colons. */
export function splitLabel(node: ContainerDirective): {
  readonly label: Paragraph | undefined;
  readonly body: (BlockContent | DefinitionContent)[];
} {
  const [first, ...rest] = node.children;
  return first?.type === 'paragraph' && first.data?.directiveLabel
    ? { label: first, body: rest }
    : { label: undefined, body: node.children };
}
