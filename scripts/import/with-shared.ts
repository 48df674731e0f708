import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { publish } from '../press/publish/publish.ts';
import type { Files } from '../press/read/files.ts';

/**
 * Writes files that all editions share and then does what needs them; if that fails, they are again as they were.
 *
 * @param added the files by path from the project's root
 * @param files the project as it was
 */
export async function withShared<Done>(
  root: string,
  added: ReadonlyMap<string, string>,
  files: Files,
  act: () => Promise<Done>,
): Promise<Done> {
  const encoder = new TextEncoder();
  const before = [...added.keys()].map((path) => ({ path, bytes: files.bytes(path) }));
  await publish(
    [...added].map(([path, text]) => ({ path, bytes: encoder.encode(text) })),
    root,
  );
  try {
    return await act();
  } catch (error) {
    await publish(
      before.flatMap(({ path, bytes }) => (bytes ? [{ path, bytes }] : [])),
      root,
    );
    for (const { path, bytes } of before) if (!bytes) await rm(join(root, path), { force: true });
    throw error;
  }
}
