import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const repository = join(import.meta.dirname, '..', '..');

/** A committed project with one edition, and an npm whose `test` and `run pdf` are the shell lines that a test gives. */
let root: string;
let bin: string;
beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'ci-run-'));
  root = join(folder, 'project');
  bin = join(folder, 'bin');
  for (const path of ['.ci/run', 'tests/journey/fresh-clone.sh']) cpSync(join(repository, path), join(root, path));
  mkdirSync(join(root, 'content/mali'), { recursive: true });
  mkdirSync(bin);
  writeFileSync(join(root, 'content/mali/edition.yaml'), '');
  writeFileSync(join(root, '.gitignore'), 'out/\n');
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '--no-verify', '--message=all');
});
afterEach(() => rmSync(join(root, '..'), { recursive: true, force: true }));

/** Git without the user's settings, and without what a hook that runs the tests hands on: it names another repository. */
const environment = {
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'))),
  GIT_CONFIG_GLOBAL: devNull,
};

function git(...args: string[]): void {
  execFileSync('git', args, { cwd: root, env: environment });
}

const green = 'echo " Test Files  2 passed (2)"; echo "      Tests  40 passed (40)"';
const same = 'mkdir -p out; printf %%PDF-1.7 > out/mali.pdf';

function run({ tests = green, pdf = same }: { readonly tests?: string; readonly pdf?: string }) {
  const npm = join(bin, 'npm');
  writeFileSync(npm, `#!/bin/sh\nif [ "$*" = test ]; then ${tests}\nelif [ "$*" = "run pdf" ]; then ${pdf}\nfi\n`);
  chmodSync(npm, 0o755);
  for (const tool of ['qpdf', 'pdfinfo']) {
    writeFileSync(join(bin, tool), '#!/bin/sh\n');
    chmodSync(join(bin, tool), 0o755);
  }
  const env = { ...environment, PATH: `${bin}:${process.env.PATH}`, TMPDIR: join(root, '..') };
  const end = spawnSync(join(root, '.ci/run'), { env, encoding: 'utf8' });
  return { code: end.status, all: end.stdout + end.stderr, last: end.stdout.trimEnd().split('\n').at(-1) };
}

describe.skipIf(process.platform === 'win32')('.ci/run', () => {
  test('counts tests and steps, and ends well when all hold', () => {
    const end = run({});
    expect(end).toMatchObject({ code: 0, last: '44 passed, 0 failed' });
    expect(end.all).toContain('Tests  40 passed (40)\n44 passed');
  });

  test('goes on after failed tests, and counts them, colours or not', () => {
    const end = run({
      tests: `printf '\\033[2m      Tests \\033[22m \\033[31m3 failed\\033[39m | 37 passed (40)\\n'; exit 1`,
    });
    expect(end).toMatchObject({ code: 1, last: '41 passed, 3 failed' });
  });

  test('counts a failure that is no test’s, as of types', () => {
    expect(run({ tests: `${green}; exit 2` })).toMatchObject({ code: 1, last: '44 passed, 1 failed' });
  });

  test('counts a test run that crashed', () => {
    expect(run({ tests: 'exit 1' })).toMatchObject({ code: 1, last: '4 passed, 1 failed' });
    expect(run({ tests: 'true' })).toMatchObject({ code: 1, last: '4 passed, 1 failed' });
  });

  test('a build that fails, fails in the fresh clone too', () => {
    expect(run({ pdf: 'exit 1' })).toMatchObject({ code: 1, last: '42 passed, 2 failed' });
  });

  test.each([
    { what: 'other bytes', pdf: 'mkdir -p out; printf "%%PDF-1.7 $PWD" > out/mali.pdf', says: 'not the same' },
    { what: 'what is no PDF', pdf: 'mkdir -p out; echo page > out/mali.pdf', says: 'is no PDF' },
    { what: 'no file', pdf: 'true', says: 'has no out/mali.pdf' },
    { what: 'a file beside out/', pdf: `${same}; echo a > left`, says: 'left changes in the clone' },
  ])('a build that gives $what is a failed journey', ({ pdf, says }) => {
    const end = run({ pdf });
    expect(end).toMatchObject({ code: 1, last: '43 passed, 1 failed' });
    expect(end.all).toContain(says);
  });

  test('the fresh clone is built with an empty HOME, and taken away', () => {
    run({ pdf: `${same}; ls -A "$HOME" > "${bin}/home"; pwd > "${bin}/folder"` });
    expect(readFileSync(join(bin, 'home'), 'utf8')).toBe('');
    const folder = readFileSync(join(bin, 'folder'), 'utf8').trim();
    expect(folder).not.toBe(root);
    expect(existsSync(folder)).toBe(false);
  });
});
