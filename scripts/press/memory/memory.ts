import { createHash } from 'node:crypto';

/** What was found before, a drawing for the most part, by what it was found from. It may forget anything at any time. */
export interface Memory {
  recall(key: string): string | undefined;
  keep(key: string, found: string): void;
}

/** Remembers nothing. */
export const noMemory: Memory = { recall: () => undefined, keep: () => {} };

/**
 * What follows from these inputs: as it was found before, or found now and kept. Inputs and finding are plain JSON, and
 * the finding depends on nothing else but the press itself. What throws, or is undefined, is not kept.
 */
export async function remembered<Found>(memory: Memory, inputs: object, find: () => Promise<Found>): Promise<Found> {
  const key = keyOf(inputs);
  const before = memory.recall(key);
  return before === undefined ? kept(memory, key, await find()) : (JSON.parse(before) as Found);
}

/** The same for what is found at once. */
export function rememberedNow<Found>(memory: Memory, inputs: object, find: () => Found): Found {
  const key = keyOf(inputs);
  const before = memory.recall(key);
  return before === undefined ? kept(memory, key, find()) : (JSON.parse(before) as Found);
}

function keyOf(inputs: object): string {
  return createHash('sha256').update(JSON.stringify(inputs)).digest('hex');
}

function kept<Found>(memory: Memory, key: string, found: Found): Found {
  if (found !== undefined) memory.keep(key, JSON.stringify(found));
  return found;
}
