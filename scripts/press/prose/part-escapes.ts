import type { Root, Text } from 'mdast';
import type { CompileContext, Token } from 'mdast-util-from-markdown';
import type { Processor } from 'unified';
import { SKIP, visit } from 'unist-util-visit';

declare module 'mdast' {
  interface TextData {
    /** Where brackets stand in the text that its author escaped. */
    readonly escaped?: readonly number[];
  }
}

/**
 * Parts texts behind a bracket that the author escaped, `\\[@name]` or `\\[^name]`, so that what is not a citation or the
 * call of a note does not read like one. It comes before the syntax of GFM, whose links by themselves lose what is known of a text.
 */
export function partEscapes(this: Processor): void {
  const data = this.data();
  const extension = { exit: { characterEscapeValue: noteEscape }, transforms: [partTexts] };
  data.fromMarkdownExtensions = [...(data.fromMarkdownExtensions ?? []), extension];
}

/** What mdast-util-from-markdown (2.0) does itself where data end, and a note of the bracket. */
function noteEscape(this: CompileContext, token: Token): void {
  const text = this.stack.pop();
  if (text?.type !== 'text') return;
  const sign = this.sliceSerialize(token);
  if (sign === '[') text.data = { ...text.data, escaped: [...(text.data?.escaped ?? []), text.value.length] };
  text.value += sign;
  const { line, column, offset } = token.end;
  if (text.position) text.position.end = { line, column, offset };
}

function partTexts(tree: Root): void {
  // The blank behind the box of a task is taken from its text (mdast-util-gfm-task-list-item 2.0).
  visit(tree, 'listItem', ({ checked, children }) => {
    const first = children.find(({ type }) => type === 'paragraph');
    const text = first?.type === 'paragraph' ? first.children[0] : undefined;
    if (typeof checked !== 'boolean' || text?.type !== 'text' || !text.data?.escaped) return;
    text.data = { ...text.data, escaped: text.data.escaped.map((at) => at - 1) };
  });
  visit(tree, 'text', (node, index, parent) => {
    const { escaped, ...data } = node.data ?? {};
    if (!parent || index === undefined || escaped === undefined) return undefined;
    const ends = escaped.map((at) => at + 1).filter((end) => /^[@^]/.test(node.value.slice(end)));
    const pieces = [0, ...ends].map((from, nth): Text => ({ ...node, data, value: node.value.slice(from, ends[nth]) }));
    parent.children.splice(index, 1, ...pieces);
    return [SKIP, index + pieces.length];
  });
}
