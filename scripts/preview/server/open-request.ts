import { z } from 'zod';
import type { OpenRequest } from '../protocol.ts';

const schema = z.strictObject({
  file: z.string().min(1).max(1000),
  line: z.int().min(1),
  column: z.int().min(1),
});

/** The request that a value makes; undefined where it is none. */
export function openRequestIn(value: unknown): OpenRequest | undefined {
  const parsed = schema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}
