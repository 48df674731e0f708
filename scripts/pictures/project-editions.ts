import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { diskFiles } from '../press/read/files.ts';
import { listEditions } from '../press/read/read-edition.ts';

/** The names of the editions in the order of the series. */
export async function editionsInOrder(root: string): Promise<readonly string[]> {
  const ordered = await Promise.all(
    listEditions(diskFiles(root)).map(async (name) => {
      const meta: unknown = parse(await readFile(join(root, 'content', name, 'edition.yaml'), 'utf8'));
      const { order } = meta as { readonly order: number };
      return { name, order };
    }),
  );
  return ordered.toSorted((one, other) => one.order - other.order).map(({ name }) => name);
}
