import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { listEditions } from '../press/read/edition-names.ts';
import { diskFiles } from '../press/read/files.ts';

/** An edition of the project. */
export interface ListedEdition {
  readonly name: string;
  readonly isDraft: boolean;
}

/** The editions in the order of the series. */
export async function editionsInOrder(root: string): Promise<readonly ListedEdition[]> {
  const ordered = await Promise.all(
    listEditions(diskFiles(root)).map(async (name) => {
      const meta: unknown = parse(await readFile(join(root, 'content', name, 'edition.yaml'), 'utf8'));
      const { order, status } = meta as { readonly order: number; readonly status: string };
      return { name, isDraft: status === 'draft', order };
    }),
  );
  return ordered.toSorted((one, other) => one.order - other.order);
}
