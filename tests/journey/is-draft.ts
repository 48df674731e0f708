import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { repository } from './repository-files.ts';

/** Whether an edition of this repository is a draft: it must build, and is not yet held to what is shown and read of the others. */
export function isDraft(edition: string): boolean {
  const meta: unknown = parse(readFileSync(join(repository, 'content', edition, 'edition.yaml'), 'utf8'));
  return typeof meta === 'object' && meta !== null && 'status' in meta && meta.status === 'draft';
}
