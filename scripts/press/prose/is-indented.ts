import type { Code } from 'mdast';

/** Whether a block is code because its lines are indented, and not because it stands between fences. */
export function isIndented({ position }: Code, markdown: string): boolean {
  return !/^\s*(?:`{3,}|~{3,})/.test(markdown.slice(position?.start.offset, position?.end.offset));
}
