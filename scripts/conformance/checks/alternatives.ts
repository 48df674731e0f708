import type { StructureNode } from '../structure/structure.ts';

/** The alternative texts of the pictures of a PDF, in reading order. */
export function alternativesIn(nodes: readonly StructureNode[]): readonly string[] {
  return nodes.flatMap((node) => {
    if (node.kind !== 'element') return [];
    return node.type === 'Figure' ? [node.alt ?? ''] : alternativesIn(node.kids);
  });
}
