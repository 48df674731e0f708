import type { RootContent } from 'mdast';
import type { KeptBlock } from './kept-blocks.ts';

/** Blocks after which nothing of another kind may be put: what follows belongs to them. */
const leads: ReadonlySet<string> = new Set(['list', 'table', 'blockquote', 'code']);

/**
 * Puts what stays of a section between the paragraphs of its new text: each about as far into it as it stood before, never
 * right under a heading and never between a paragraph and its list.
 */
export function placeBlocks(body: readonly RootContent[], blocks: readonly KeptBlock[]): readonly RootContent[] {
  const gaps = body.flatMap((node, index) => {
    const next = body[index + 1];
    return node.type === 'heading' || (next && leads.has(next.type)) ? [] : [index + 1];
  });
  const end = body.length;
  const at = blocks.map((block) => {
    const wanted = block.at * end;
    return gaps.toSorted((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted))[0] ?? end;
  });
  // They keep their order.
  for (let index = 1; index < at.length; index += 1) at[index] = Math.max(at[index] ?? end, at[index - 1] ?? 0);
  const raw = (index: number): RootContent[] =>
    blocks.flatMap(({ markdown }, nth) => (at[nth] === index ? [{ type: 'html' as const, value: markdown }] : []));
  return [...raw(0), ...body.flatMap((node, index) => [node, ...raw(index + 1)])];
}
