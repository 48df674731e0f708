import { createHash } from 'node:crypto';

/** What was drawn before, by what it was drawn from. It may forget anything at any time. */
export interface Memory {
  recall(key: string): string | undefined;
  keep(key: string, drawn: string): void;
}

/** Remembers nothing. */
export const noMemory: Memory = { recall: () => undefined, keep: () => {} };

/**
 * The drawing for these inputs: as it was drawn before, or drawn now and kept. Inputs and drawing are plain JSON, and the
 * drawing depends on nothing else but the press itself. What throws, or is undefined, is not kept.
 */
export async function remembered<Drawn>(memory: Memory, inputs: object, draw: () => Promise<Drawn>): Promise<Drawn> {
  const key = createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
  const before = memory.recall(key);
  if (before !== undefined) return JSON.parse(before) as Drawn;
  const drawn = await draw();
  if (drawn !== undefined) memory.keep(key, JSON.stringify(drawn));
  return drawn;
}
