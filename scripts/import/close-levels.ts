import type { Heading, RootContent } from 'mdast';
import type { ManuscriptSection } from './manuscript.ts';

/** The same section with its heading on the first level, and no level below it skipped. */
export function closeLevels({ heading, body }: ManuscriptSection): ManuscriptSection {
  const open = [heading.depth as number];
  const closed = body.map((node): RootContent => {
    if (node.type !== 'heading') return node;
    while (open.length > 1 && (open.at(-1) ?? 0) >= node.depth) open.pop();
    open.push(node.depth);
    return { ...node, depth: Math.min(6, open.length) as Heading['depth'] };
  });
  return { heading: { ...heading, depth: 1 }, body: closed };
}
