import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { repository } from './repository-files.ts';

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'ci-gather-'));
  cpSync(join(repository, '.ci/gather'), join(root, '.ci/gather'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function edition(name: string, status: string, files = ['pdf', 'audit.html', 'audit.json']): void {
  mkdirSync(join(root, 'content', name), { recursive: true });
  mkdirSync(join(root, 'out'), { recursive: true });
  writeFileSync(join(root, 'content', name, 'edition.yaml'), `title: A\nstatus: ${status} # so\n`);
  for (const ending of files) writeFileSync(join(root, 'out', `${name}.${ending}`), `${name} ${ending}`);
}

const gather = (folders = ['released']) => spawnSync(join(root, '.ci/gather'), folders, { encoding: 'utf8' });
const released = () => readdirSync(join(root, 'released')).sort();

describe.skipIf(process.platform === 'win32')('.ci/gather', () => {
  test('lays PDFs, audits and digests together, and leaves drafts behind', () => {
    edition('mali', 'final');
    edition('niger', 'draft');
    edition('chad', 'reconstruction');
    const end = gather();
    expect({ code: end.status, told: end.stdout }).toEqual({
      code: 0,
      told: expect.stringContaining('niger is a draft'),
    });
    expect(released()).toEqual([
      'SHA256SUMS',
      ...['chad', 'mali'].flatMap((name) => [`${name}.audit.html`, `${name}.audit.json`, `${name}.pdf`]),
    ]);
    const check = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: join(root, 'released') });
    expect(check.status).toBe(0);
  });

  test('an edition that was not built keeps all from being released', () => {
    edition('mali', 'final', ['pdf']);
    expect(gather()).toMatchObject({
      status: 1,
      stderr: [
        'gather: there is no out/mali.audit.html: build it with npm run pdf\n',
        'gather: there is no out/mali.audit.json: build it with npm run pdf\n',
      ].join(''),
    });
    // Once it is built, the same words do.
    edition('mali', 'final');
    expect(gather().status).toBe(0);
  });

  test('drafts alone are no release', () => {
    edition('niger', 'draft');
    expect(gather()).toMatchObject({ stderr: expect.stringContaining('nothing to release') });
    expect(existsSync(join(root, 'released'))).toBe(false);
  });

  test('a folder that is there is not added to', () => {
    edition('mali', 'final');
    mkdirSync(join(root, 'released'));
    expect(gather()).toMatchObject({
      status: 1,
      stderr: 'gather: released is there already: name another folder, or take it away\n',
    });
    expect(released()).toEqual([]);
  });

  test('without a folder, it says how one is named', () => {
    expect(gather([])).toMatchObject({
      status: 1,
      stderr: 'gather: name one folder that is not there yet: .ci/gather ../released\n',
    });
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
