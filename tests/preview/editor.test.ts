import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { editorWords, findEditor, openEditor } from '../../scripts/preview/editor.ts';

const place = { path: '/p/content/a b.md', line: 14, column: 3 };

test.each<[string, readonly string[], readonly string[]]>([
  ['code', [], ['-g', '/p/content/a b.md:14:3']],
  ['/usr/local/bin/codium', ['--reuse-window'], ['--reuse-window', '-g', '/p/content/a b.md:14:3']],
  ['subl', [], ['/p/content/a b.md:14:3']],
  ['gvim', [], ['+14', '/p/content/a b.md']],
  ['emacsclient', ['-n'], ['-n', '+14:3', '/p/content/a b.md']],
  ['kate', [], ['-l', '14', '-c', '3', '/p/content/a b.md']],
  ['webstorm.exe', [], ['--line', '14', '--column', '2', '/p/content/a b.md']],
  ['notes', [], ['/p/content/a b.md']],
  ['notes', ['--at={line}', '{file}'], ['--at=14', '/p/content/a b.md']],
])('%s %j is opened at a line by its own words', (program, words, expected) => {
  expect(editorWords({ program, words, namedBy: '' }, place)).toEqual({ kind: 'words', words: expected });
});

test.each(['vim', 'nano', '/usr/bin/nvim', 'emacs'])('%s needs a terminal', (program) => {
  expect(editorWords({ program, words: [], namedBy: '' }, place)).toMatchObject({ kind: 'terminal' });
});

test.each<[string | undefined, NodeJS.ProcessEnv, string | undefined, readonly string[]]>([
  ['subl -w', { PRESS_EDITOR: 'code', EDITOR: 'vim' }, 'subl', ['-w']],
  [undefined, { PRESS_EDITOR: '"/opt/My Editor/edit" -n', EDITOR: 'vim' }, '/opt/My Editor/edit', ['-n']],
  [undefined, { VISUAL: 'kate', EDITOR: 'vim' }, 'kate', []],
  [undefined, { PRESS_EDITOR: ' ', EDITOR: 'vim' }, 'vim', []],
  [undefined, { PATH: '' }, undefined, []],
])('--editor %j and %j choose %j', (option, environment, program, words) => {
  const found = findEditor(option, environment);
  expect(found?.program).toBe(program);
  expect(found?.words ?? []).toEqual(words);
});

let folder: string;
let root: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'editor-'));
  root = join(folder, 'project');
  for (const part of ['content', 'data', 'templates', 'styles', 'scripts'])
    await mkdir(join(root, part), { recursive: true });
  await writeFile(join(root, 'content/section; touch hurt.md'), '');
  await writeFile(join(root, 'scripts/press.ts'), '');
  await writeFile(join(folder, 'secret.md'), '');
  await symlink(join(folder, 'secret.md'), join(root, 'content/link.md'));
});
afterAll(() => rm(folder, { recursive: true }));

/** A program that writes down the words that it was called with. */
async function fakeEditor(code: number): Promise<{ readonly program: string; readonly called: string }> {
  const [program, called] = [join(folder, `code-${code}`), join(folder, `called-${code}`)];
  await writeFile(program, `#!/bin/sh\nprintf '%s\\n' "$@" > '${called}'\nexit ${code}\n`);
  await chmod(program, 0o755);
  return { program, called };
}

test('VS Code on the path is found, and opens the file itself, whatever its name', async () => {
  const { program, called } = await fakeEditor(0);
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await symlink(program, join(bin, 'code'));
  const editor = findEditor(undefined, { PATH: bin });
  const file = 'content/section; touch hurt.md';
  expect(await openEditor({ file, line: 2, column: 5 }, root, editor)).toEqual({ kind: 'opened' });
  expect(await readFile(called, 'utf8')).toBe(`-g\n${join(root, file)}:2:5\n`);
});

test.each([
  ['a file of the press', 'scripts/press.ts'],
  ['a file outside', '../secret.md'],
  ['a file by its whole path', '/etc/passwd'],
  ['a file that a link leads to', 'content/link.md'],
  ['a folder', 'content'],
  ['a file that there is not', 'content/nothing.md'],
])('%s is not opened', async (_, file) => {
  const { program } = await fakeEditor(0);
  const opened = await openEditor({ file, line: 1, column: 1 }, root, { program, words: [], namedBy: '--editor' });
  expect(opened).toMatchObject({ kind: 'refused' });
});

test.each([
  ['is not there', () => ({ program: join(folder, 'none'), words: [] }), 'does not start'],
  ['fails', async () => ({ program: (await fakeEditor(3)).program, words: [] }), 'ended with code 3'],
  ['needs a terminal', () => ({ program: 'vim', words: [] }), 'vim (from EDITOR) needs a terminal'],
])('an editor that %s is told with what to do', async (_, editor, message) => {
  const asked = { file: 'content/section; touch hurt.md', line: 1, column: 1 };
  const opened = await openEditor(asked, root, { ...(await editor()), namedBy: 'EDITOR' });
  expect(opened).toMatchObject({ kind: 'failed', message: expect.stringContaining(message) });
  expect(opened).toMatchObject({ message: expect.stringContaining('npm run preview -- --editor code') });
});
