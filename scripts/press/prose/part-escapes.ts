import type { Root, Text } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';

/**
 * Parts texts behind a bracket that the author escaped, `\[@name]` or `\[^name]`, so that what is not a citation or the
 * call of a note does not read like one.
 */
export function partEscapes(tree: Root, markdown: string): void {
  if (!/\\\[[@^]/.test(markdown)) return;
  visit(tree, 'text', (node, index, parent) => {
    const source = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    if (!parent || index === undefined || !/\\\[[@^]/.test(source)) return undefined;
    const escaped = [...source.matchAll(/(\\?)\[(?=[@^])/g)].map(([, slash]) => slash !== '');
    const pieces: Text[] = [];
    let from = 0;
    for (const [nth, { index: at }] of [...node.value.matchAll(/\[(?=[@^])/g)].entries()) {
      if (escaped[nth] !== true) continue;
      pieces.push({ ...node, value: node.value.slice(from, at + 1) });
      from = at + 1;
    }
    parent.children.splice(index, 1, ...pieces, { ...node, value: node.value.slice(from) });
    return [SKIP, index + pieces.length + 1];
  });
}
