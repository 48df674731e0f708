import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { buildClone, surroundings } from '../../scripts/tools/reproduce/clone.ts';
import { compareFolders } from '../../scripts/tools/reproduce/differences.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'build-clone-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A committed project whose `npm run pdf` is this line of shell. */
function projectWith(line: string): string {
  const root = join(folder, 'project');
  const scripts = { pdf: `mkdir -p out; f() { ${line}; }; f` };
  // A hook that runs the tests hands on what names another repository.
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: devNull };
  const git = (...args: readonly string[]) => execFileSync('git', args, { cwd: root, env });
  mkdirSync(root);
  writeFileSync(join(root, 'package.json'), JSON.stringify({ name: 'project', scripts }));
  git('init', '--quiet');
  git('add', '--all');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '--no-verify', '--message=all');
  return root;
}

async function builtTwice(line: string): Promise<readonly string[]> {
  const root = projectWith(line);
  return Promise.all(
    surroundings.map((around) => {
      const into = join(folder, String(around.jobs));
      mkdirSync(into);
      return buildClone(root, into, around);
    }),
  );
}

describe.skipIf(process.platform === 'win32')('two builds in clean clones', () => {
  test('differ in all that a build must not depend on, and have an empty HOME', async () => {
    const line =
      'printf "%s\\n" "$*" "$TZ" "$LANG" "$(umask)" "$HOME" "$(pwd)" "$TMPDIR" > out/seen; ls -A "$HOME" > out/home';
    const built = await builtTwice(line);
    const [one, other] = built.map((out) => readFileSync(join(out, 'seen'), 'utf8').trim().split('\n'));
    expect(one?.length).toBe(7);
    expect(one?.filter((value, index) => value === other?.[index])).toEqual([]);
    expect(built.map((out) => readFileSync(join(out, 'home'), 'utf8'))).toEqual(['', '']);
  });

  test('are the same when each file is', async () => {
    expect(
      await compareFolders(await builtTwice('echo 1 > out/a.pdf; mkdir out/b; echo 2 > out/b/c.csv')),
    ).toMatchObject([
      { file: 'a.pdf', kind: 'same', sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
      { file: 'b/c.csv', kind: 'same' },
    ]);
  });

  test('are told apart by a file that differs, and by one that only one of them made', async () => {
    const line = 'echo "$TZ" > out/a.pdf; [ "$2" = 4 ] && echo 1 > out/b.pdf; true';
    expect(await compareFolders(await builtTwice(line))).toEqual([
      { file: 'a.pdf', kind: 'different', difference: expect.stringContaining('first at byte 0') },
      { file: 'b.pdf', kind: 'different', difference: 'only the second build made it' },
    ]);
  });

  test('that leave nothing prove nothing', async () => {
    await expect(compareFolders(await builtTwice('true'))).rejects.toThrow('neither left a file');
  });

  test('that fail are not compared', async () => {
    await expect(builtTwice('false')).rejects.toThrow('failed');
  });
});
