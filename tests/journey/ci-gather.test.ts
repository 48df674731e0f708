import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from './repository-files.ts';

test.skipIf(process.platform === 'win32')('.ci/gather is the press’s own command', () => {
  const end = spawnSync(join(repository, '.ci/gather'), [], { encoding: 'utf8', cwd: '/' });
  expect({ code: end.status, errors: end.stderr }).toEqual({
    code: 2,
    errors: expect.stringContaining('release: name one folder that is not there yet'),
  });
});

test('the workflows run only what there is', () => {
  const folder = join(repository, '.github/workflows');
  const { scripts } = JSON.parse(readFileSync(join(repository, 'package.json'), 'utf8'));
  const steps = readdirSync(folder).flatMap((file) => {
    const { jobs } = parse(readFileSync(join(folder, file), 'utf8'));
    return Object.values<{ steps: readonly { run?: string }[] }>(jobs).flatMap((job) => job.steps);
  });
  const lines = steps.flatMap(({ run }) => run ?? []);
  expect(lines).toEqual(expect.arrayContaining(['.ci/run', '.ci/gather released']));
  const programs = lines.filter((line) => line.startsWith('.ci/')).map((line) => line.split(' ')[0] ?? '');
  expect(programs.filter((path) => !existsSync(join(repository, path)))).toEqual([]);
  const commands = lines.flatMap((line) => /npm run (\S+)/.exec(line)?.[1] ?? []);
  expect(commands.filter((name) => !(name in scripts))).toEqual([]);
});
