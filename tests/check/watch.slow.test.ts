import { spawn } from 'node:child_process';
import { cp, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkCommand } from '../../scripts/check/check-command.ts';
import { type SmallProject, smallProject } from '../small-project.ts';

/** A watch that runs, with what it has written since it was last asked. */
interface Watch {
  /** The next round, from its first line to its last. */
  round(): Promise<string>;
  end(): Promise<number>;
}

function watch(project: SmallProject, words: readonly string[] = [], isTTY = false): Watch {
  const ended = Promise.withResolvers<void>();
  let written = '';
  let more = Promise.withResolvers<void>();
  const write = (text: string) => {
    written += text;
    more.resolve();
    more = Promise.withResolvers();
  };
  const running = checkCommand(['--watch', ...words], {
    root: project.root,
    out: { isTTY, write, control: write },
    err: { write },
    untilEnd: () => ended.promise,
  });
  return {
    async round() {
      for (;;) {
        const [whole] = /^(?:.*\n)*?watching: .*\n/.exec(written) ?? [];
        if (whole !== undefined) {
          written = written.slice(whole.length);
          return whole;
        }
        await more.promise;
      }
    },
    end() {
      ended.resolve();
      return running;
    },
  };
}

const section = 'content/mali-small/en/10-summary.md';

async function save(project: SmallProject, path: string, change: (text: string) => string): Promise<void> {
  const file = join(project.root, path);
  await writeFile(file, change(await readFile(file, 'utf8')));
}

test('a save is checked again, its fault told with its line, and no longer once it is mended', async () => {
  await using project = await smallProject();
  const watching = watch(project);
  expect(await watching.round()).toMatch(/^checking mali-small …\nwatching: all is well · \d+\.\d s\n$/);
  await save(project, section, (text) => `${text}\nAnd :fact[killed-2012].\n`);
  const round = await watching.round();
  expect(round).toMatch(
    /^checking mali-small …\ncontent\/mali-small\/en\/10-summary\.md:\d+:5 {2}error {2}unknown fact/,
  );
  expect(round).toMatch(
    /\n {4}did you mean "killed-2022".*\? {2}fact-unknown\nmore, .*fact-unknown\.md\nwatching: 1 error · /,
  );
  await save(project, section, (text) => text.replace('killed-2012', 'killed-2022'));
  expect(await watching.round()).toContain('watching: all is well');
  expect(await watching.end()).toBe(0);
});

test('a save in one edition checks that one, and tells the faults of all', async () => {
  await using project = await smallProject();
  const [one, other, third] = ['mali-small', 'other-small', 'third-small'] as const;
  for (const copy of [other, third]) {
    await cp(join(project.root, 'content', one), join(project.root, 'content', copy), { recursive: true });
  }
  await save(project, `content/${other}/en/10-summary.md`, (text) => `${text}\nAnd :fact[nothing-like-it].\n`);
  const watching = watch(project, [one, other]);
  expect(await watching.round()).toMatch(/^checking mali-small, other-small …\n/);
  await save(project, section, (text) => `${text}\nAnd :chart[nothing].\n`);
  const round = await watching.round();
  expect(round).toMatch(/^checking mali-small …\n/);
  expect(round).toContain('watching: 2 errors · ');
  for (const rule of ['fact-unknown', 'chart-unknown']) expect(round).toContain(`  ${rule}\n`);
  await watching.end();
});

test.each([
  ['a dataset', 'data/mali-civilian-harm-by-year.csv', (text: string) => `${text}x,y\n`, 'row-shape'],
  ['the sources', 'content/sources.yaml', (text: string) => `${text}\n- wrong\n`, 'content/sources.yaml'],
  ['the series', 'content/series.yaml', () => 'title: [', 'yaml-syntax'],
  ['the labels', 'content/labels/en.yaml', (text: string) => text.replace('contents: Contents', ''), 'label-missing'],
  [
    'a template',
    'templates/factsheet.hbs',
    (text: string) => text.replace('{{language}}', '{{lang}}'),
    'template-name',
  ],
  ['the tokens', 'styles/tokens.yaml', (text: string) => text.replace(/^colours:/m, 'colors:'), 'styles/tokens.yaml'],
])('what all share is watched, too: %s', async (_what, path, change, message) => {
  await using project = await smallProject();
  const watching = watch(project);
  await watching.round();
  const before = await readFile(join(project.root, path), 'utf8');
  await save(project, path, change);
  expect(await watching.round()).toContain(message);
  await writeFile(join(project.root, path), before);
  expect(await watching.round()).toContain('watching: all is well');
  await watching.end();
});

test('editions that are made and taken away while it watches come and go', async () => {
  await using project = await smallProject();
  const watching = watch(project);
  await watching.round();
  await rm(join(project.root, 'content/mali-small/facts.yaml'));
  expect(await watching.round()).toContain('there is no file content/mali-small/facts.yaml');
  await cp(join(project.root, 'content/mali-small'), join(project.root, 'content/another'), { recursive: true });
  // A folder comes and goes file by file, so there may be rounds between.
  const another = 'there is no file content/another/facts.yaml';
  while (!(await watching.round()).includes(another));
  await rm(join(project.root, 'content/mali-small'), { recursive: true });
  let round = await watching.round();
  while (round.includes('mali-small')) round = await watching.round();
  expect(round).toContain(another);
  expect(await watching.end()).toBe(0);
});

const clear = '\u001b[2J\u001b[3J\u001b[H';

test('the screen is cleared for each round on a terminal, and nowhere else', async () => {
  await using project = await smallProject();
  const [onTerminal, inPipe] = [watch(project, [], true), watch(project)];
  expect(await onTerminal.round()).toMatch(new RegExp(`^${RegExp.escape(clear)}checking `));
  expect(await inPipe.round()).not.toContain('\u001b');
  await Promise.all([onTerminal.end(), inPipe.end()]);
});

test.each([
  [['mali-smal'], 'There is no edition "mali-smal": did you mean "mali-small"?'],
  [['--format', 'json'], '--watch writes text'],
])('it does not begin with %j', async (words, message) => {
  await using project = await smallProject();
  let output = '';
  const err = { write: (text: string) => (output += text) };
  const untilEnd = () => Promise.resolve();
  const code = await checkCommand(['--watch', ...words], { root: project.root, out: err, err, untilEnd });
  expect({ code, output }).toEqual({ code: 2, output: expect.stringContaining(message) });
});

test.skipIf(process.platform === 'win32')('ctrl-C ends the command well', async () => {
  const child = spawn(process.execPath, ['scripts/check.ts', 'mali', '--watch'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const end = new Promise((resolve) => child.once('exit', (code, signal) => resolve(signal ?? code)));
  for await (const text of child.stdout) if (String(text).includes('watching: ')) child.kill('SIGINT');
  expect(await end).toBe(0);
});
