import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { dataCommand } from '../../scripts/data/data-command.ts';
import { type Copies, diskCopies, noCopies } from '../../scripts/press/data/copies.ts';
import { digestOf } from '../../scripts/press/data/file-digest.ts';
import { messagesOf } from '../cli/run-build.ts';
import { type SmallProject, smallProject } from '../small-project.ts';

const harm = 'data/mali-civilian-harm-by-year.csv';
let project: SmallProject;
let folder: string;
let copies: Copies;

beforeEach(async () => {
  project = await smallProject();
  folder = await mkdtemp(join(tmpdir(), 'copies-'));
  copies = diskCopies(folder);
  // The press keeps copies of what it has read and what was accepted.
  await copies.keep(digestOf(await readFile(join(project.root, harm))), join(project.root, harm));
});
afterEach(async () => {
  await project[Symbol.asyncDispose]();
  await rm(folder, { recursive: true });
});

const run = (...words: readonly string[]) => dataCommand(words, project.root, copies);

async function change(file: string, from: string, to: string): Promise<void> {
  const path = join(project.root, file);
  const before = await readFile(path, 'utf8');
  expect(before).toContain(from);
  await writeFile(path, before.replace(from, to));
}

test('datasets are listed with their rows, the state of their digest and the date of retrieval', async () => {
  await change(harm, '1277', '1278');
  expect(await run()).toEqual({
    code: 0,
    text: [
      'dataset                     rows  digest    retrieved',
      'mali-civilian-harm-by-year     4  changed   2026-11',
      'places                         2  accepted  2026-11',
      'restrictions                   2  accepted  2026-11',
      '',
    ].join('\n'),
  });
});

test('a file that has changed is an error of the build until it is accepted', async () => {
  expect(await messagesOf(project.root)).toEqual([]);
  await change(harm, '1277', '1278');
  expect(await messagesOf(project.root)).toEqual([
    `data/datapackage.yaml:6 dataset-digest ${harm} is not the file that was accepted: its digest has changed`,
  ]);
  const before = await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8');
  expect((await run('changes')).code).toBe(0);
  expect(await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8')).toBe(before);
  expect((await run('accept', 'mali-civilian-harm-by-year')).code).toBe(0);
  expect(await messagesOf(project.root)).toEqual([]);
  const hash = digestOf(await readFile(join(project.root, harm)));
  const now = await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8');
  expect(now).toBe(before.replace(/(?<=harm-by-year\.csv\n +hash: ).*/, hash));
});

test.each([
  ['nothing', ''],
  ['a word for nothing', ' null'],
  ['quotation marks around nothing', ' ""'],
])('a digest that is left empty, %s, is written by the command that the message names', async (_, empty) => {
  const accepted = await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8');
  const digest = / sha256:\w+/.exec(accepted)?.[0] ?? '';
  await change('data/datapackage.yaml', digest, empty);
  const [messages] = await messagesOf(project.root);
  expect(messages).toContain('dataset-digest the dataset "mali-civilian-harm-by-year" has no digest');
  expect((await run('accept', 'mali-civilian-harm-by-year')).code).toBe(0);
  expect(await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8')).toBe(accepted);
  expect(await messagesOf(project.root)).toEqual([]);
});

test('a digest that is none can be taken out and written anew, as the message says', async () => {
  const accepted = await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8');
  const line = /\n *hash: sha256:\w+/.exec(accepted)?.[0] ?? '';
  await change('data/datapackage.yaml', line, line.replace(/sha256:\w+/, 'abc'));
  expect((await run('accept', '--all')).text).toContain('take it out and let npm run data -- accept write it');
  await change('data/datapackage.yaml', line.replace(/sha256:\w+/, 'abc'), '');
  expect((await run('accept', 'mali-civilian-harm-by-year')).code).toBe(0);
  expect(await messagesOf(project.root)).toEqual([]);
});

const changes = [
  'mali-civilian-harm-by-year  data/mali-civilian-harm-by-year.csv  changed',
  '  data/mali-civilian-harm-by-year.csv:5:6  row 4  killed  1277 → 1500',
  'in print:',
  '  content/mali-small/en/10-summary.md:3:10  killed-2022 in section summary (text)  1,277 → 1,500',
  '  content/mali-small/en/10-summary.md:9:3  killed-2022 in section summary (key figure)  1,277 → 1,500',
  '  content/mali-small/edition.yaml:16:16  killed-2022 in edition (key figure of the cover)  1,277 → 1,500',
  '  content/mali-small/charts/killed-by-year.yaml:3:65  killed-2022 in chart killed-by-year (alternative text)  1,277 → 1,500',
  '  content/mali-small/charts/killed-by-year.yaml:7:10  chart killed-by-year: 2022, killed  1277 → 1500',
  '  content/mali-small/tables/harm.yaml:4:18  table harm: 2022, killed  1277 → 1500',
  '',
].join('\n');

test('what an accepted change moves is told cell by cell and place by place', async () => {
  await change(harm, '1277', '1500');
  expect(await run('changes')).toEqual({ code: 0, text: changes });
  expect(await run('accept', '--all')).toEqual({
    code: 0,
    text: `${changes}accepted: mali-civilian-harm-by-year\n`,
  });
  expect(await run('changes')).toEqual({ code: 0, text: 'every file is as it was accepted\n' });
});

test('the accepted file is found in the history of a repository, where it is no longer the latest', async () => {
  const git = (...words: readonly string[]) =>
    execFileSync('git', ['-C', project.root, '-c', 'user.name=a', '-c', 'user.email=a@example.org', ...words]);
  git('init', '--quiet');
  git('add', 'data');
  git('commit', '--quiet', '--message', 'one');
  await change(harm, '1277', '1500');
  git('commit', '--quiet', '--all', '--message', 'two');
  expect((await dataCommand(['changes'], project.root, noCopies)).text).toBe(changes);
});

test('where the accepted file cannot be had, that is said, and nothing is made up', async () => {
  await change(harm, '1277', '1500');
  const { text, code } = await dataCommand(['changes'], project.root, noCopies);
  expect(code).toBe(0);
  expect(text).toContain('neither in the copies that the press keeps nor in the history of the repository');
  expect(text).not.toContain('→');
  expect(text).not.toContain('in print');
});

test('a copy that is not what its name says is not taken for the accepted file', async () => {
  const hash = digestOf(await readFile(join(project.root, harm)));
  await writeFile(join(folder, hash.replace('sha256:', '')), 'period,killed\n2022,1\n');
  await change(harm, '1277', '1500');
  expect((await run('changes')).text).toContain('the press cannot say what has changed');
});

test('a dataset without a digest is an error, and can be accepted', async () => {
  const yaml = join(project.root, 'data/datapackage.yaml');
  await writeFile(yaml, (await readFile(yaml, 'utf8')).replace(/ +hash: .*\n/, ''));
  expect(await messagesOf(project.root)).toEqual([
    'data/datapackage.yaml:5 dataset-digest the dataset "mali-civilian-harm-by-year" has no digest, so that nobody would notice a change of data/mali-civilian-harm-by-year.csv',
  ]);
  const { text } = await run('accept', '--all');
  expect(text).toContain('it was never accepted, so there is nothing to compare it with');
  expect(await messagesOf(project.root)).toEqual([]);
});

test('a file with faults is not accepted', async () => {
  await change(harm, '1277', 'many');
  const { text, code } = await run('accept', '--all');
  expect(code).toBe(1);
  expect(text).toContain(`${harm}:5:6  error  "many" in the column "killed" is not a whole number`);
  expect(text).toContain('nothing was accepted');
  expect((await run()).text).toMatch(/mali-civilian-harm-by-year +– +changed/);
});

test('only what is named is accepted', async () => {
  await change(harm, '1277', '1500');
  await change('data/restrictions.csv', 'Second coup', 'Another coup');
  expect((await run('accept', 'restrictions')).text).toContain('accepted: restrictions\n');
  expect((await run()).text).toMatch(/harm-by-year +4 +changed[\s\S]*restrictions +2 +accepted/);
});

test.each([
  [['accept'], 'name what is to be accepted, or write --all'],
  [['accept', 'harm', '--all'], 'name datasets, or write --all'],
  [['--all'], '--all goes with changes or accept'],
  [['acept'], 'there is no "acept": there are changes and accept'],
  [['accept', 'restriction'], 'unknown dataset "restriction": did you mean "restrictions"?'],
  [['--al'], "Unknown option '--al'"],
])('npm run data -- %j is refused', async (words, message) => {
  const { text, code } = await run(...words);
  expect(code).toBe(2);
  expect(text).toContain(message);
});
