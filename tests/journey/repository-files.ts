import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** The folder of the repository. */
export const repository = join(import.meta.dirname, '..', '..');

/** The files of the repository, by path from its folder: what is committed, and what is new and not ignored. */
export function repositoryFiles(): readonly string[] {
  const output = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: repository,
    encoding: 'utf8',
  });
  return output.split('\0').filter((path) => path !== '' && existsSync(join(repository, path)));
}
