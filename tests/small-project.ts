import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const repository = join(import.meta.dirname, '..');

/** A project in a folder of its own: the small edition with this repository's templates, styles and labels. */
export interface SmallProject extends AsyncDisposable {
  readonly root: string;
}

/** A change to one file: its new text, what becomes of its old text, or nothing for a file that is taken away. */
export type Change = string | Uint8Array | ((text: string) => string) | undefined;

/** Makes a project from tests/editions/small, with changes by path. */
export async function smallProject(changes: Readonly<Record<string, Change>> = {}): Promise<SmallProject> {
  const root = await mkdtemp(join(tmpdir(), 'small-project-'));
  await cp(join(repository, 'tests/editions/small'), root, { recursive: true });
  for (const folder of ['templates', 'styles', 'content/labels']) {
    await cp(join(repository, folder), join(root, folder), { recursive: true });
  }
  for (const [path, change] of Object.entries(changes)) await applyChange(join(root, path), change);
  return { root, [Symbol.asyncDispose]: () => rm(root, { recursive: true, force: true }) };
}

async function applyChange(file: string, change: Change): Promise<void> {
  if (change === undefined) return rm(file);
  await mkdir(dirname(file), { recursive: true });
  if (typeof change !== 'function') return writeFile(file, change);
  const before = await readFile(file, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`the change to ${file} changes nothing`);
  return writeFile(file, after);
}
