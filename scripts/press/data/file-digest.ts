import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';

/** The digest of bytes as a descriptor states it: "sha256:" and 64 hexadecimal digits (Frictionless, `hash`). */
export function digestOf(bytes: Uint8Array): string {
  return `sha256:${createHash('sha256').update(bytes).digest('hex')}`;
}

/** The digest of a file of any size. */
export async function fileDigest(path: string): Promise<string> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch (cause) {
    throw new Error(`reading ${path} failed: check that this account may read it`, { cause });
  }
  return `sha256:${hash.digest('hex')}`;
}
