import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { repository, repositoryFiles } from './repository-files.ts';

const longest = 400;

test('no source file is too long to be read at once', () => {
  const sources = repositoryFiles().filter((path) => /\.(ts|mjs|css|hbs)$/.test(path));
  const long = sources.filter((path) => readFileSync(join(repository, path), 'utf8').split('\n').length > longest + 1);
  expect(sources).toContain('scripts/start.mjs');
  expect(long).toEqual([]);
});

test('all that is generated is up to date', () => {
  const end = spawnSync(process.execPath, [join(repository, 'scripts/generate.ts'), '--check'], { encoding: 'utf8' });
  expect(end.stderr + end.stdout).toBe('all that is generated is up to date\n');
});
