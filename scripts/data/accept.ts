import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { writeWhole } from '../cli/write-whole.ts';
import type { Copies } from '../press/data/copies.ts';
import type { DatasetState } from './dataset-states.ts';
import { withDigest } from './with-digest.ts';

/** Writes the digests of files as they are into data/datapackage.yaml, and changes nothing else in it. */
export async function accept(states: readonly DatasetState[], root: string, copies: Copies): Promise<void> {
  const path = join(root, 'data/datapackage.yaml');
  const before = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readFile(path));
  let text = before;
  for (const { dataset, digest } of states) if (digest !== undefined) text = withDigest(text, dataset.name, digest);
  if (text !== before) await writeWhole(path, text);
  for (const { digest, path: file } of states) if (digest !== undefined) await copies.keep(digest, file);
}
