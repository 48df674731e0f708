import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { newCommand } from '../../scripts/new/new-command.ts';
import { askOn } from '../../scripts/new/questions.ts';
import { taggedText } from '../cli/read-pdf.ts';
import { buildAll, messagesOf } from '../cli/run-build.ts';
import { type Change, type SmallProject, smallProject } from '../small-project.ts';

const now = new Date('2031-07-01T12:00:00Z');
const flags = ['--title', 'The Case of Fictonia and the Paper Fleet', '--force', 'Paper Fleet', '--date', '2031-09'];

function run(project: SmallProject, words: readonly string[]) {
  return newCommand(words, project.root, { now, ask: undefined });
}

const textOf = (project: SmallProject, path: string) => readFile(join(project.root, path), 'utf8');

/** The small project without its edition, and with words in French: what is not here is as in English. */
async function frenchProject(): Promise<SmallProject> {
  const suite = await readFile('tests/conformance/suite/labels/fr.yaml', 'utf8');
  const english = parse(await readFile('content/labels/en.yaml', 'utf8')) as object;
  const labels = JSON.stringify({ ...english, ...(parse(suite) as object) });
  return await smallProject({ 'content/labels/fr.yaml': labels });
}

test('a new edition compiles and prints at once, without a warning, and says that it is a draft and a sample', async () => {
  await using project = await smallProject();
  const { code } = await run(project, ['fictonia', ...flags]);
  expect(code).toBe(0);
  await rm(join(project.root, 'content/mali-small'), { recursive: true });
  const { published, diagnostics } = await buildAll(project.root);
  expect(diagnostics).toEqual([]);
  const text = await taggedText(await readFile(published[0]?.path ?? ''));
  expect(text).toContain('PROOF Not for publication');
  expect(text).toContain('This is a sample, and its numbers are made up');
  expect(text).toContain('in a year nearly doubled, from 120 to 230');
  for (const part of [
    'The Case of Fictonia and the Paper Fleet',
    'September 2031',
    'Figure 1',
    'Table 1',
    'a draft, version 0.1',
  ]) {
    expect(text).toContain(part);
  }
});

test('a new edition in another language that has labels prints in its words', async () => {
  await using project = await frenchProject();
  const { code, text: output } = await run(project, ['fictonie', ...flags, '--language', 'fr']);
  expect({ code, output }).toEqual({ code: 0, output: expect.not.stringContaining('in English') });
  await rm(join(project.root, 'content/mali-small'), { recursive: true });
  const { published, diagnostics } = await buildAll(project.root);
  expect(diagnostics).toEqual([]);
  const text = (await taggedText(await readFile(published[0]?.path ?? ''))).replace(/\s/g, ' ');
  expect(text).toContain('ÉPREUVE À ne pas publier');
  expect(text).toContain('Ceci est un exemple, et ses chiffres sont inventés');
  expect(text).toContain('a augmenté de 92 %, de 120 à 230');
  expect(await textOf(project, 'content/fictonie/edition.yaml')).toContain('\nlanguage: fr\n');
});

test('where the sample has no words in the language, it has them in English and says so', async () => {
  await using project = await smallProject({
    'content/labels/pt.yaml': await readFile('content/labels/en.yaml', 'utf8'),
  });
  const { code, text } = await run(project, ['fictonia', ...flags, '--language', 'pt']);
  expect({ code, text }).toEqual({
    code: 0,
    text: expect.stringContaining('Its sample text is in English, since the press has none in "pt"'),
  });
  expect(await messagesOf(project.root)).toEqual([]);
});

test('it says which files to open and which commands to go on with, and they are there', async () => {
  await using project = await smallProject();
  const { text } = await run(project, ['fictonia', ...flags]);
  const named = [...text.matchAll(/^ {2}(content\/\S+)$/gm)].map(([, path]) => path ?? '');
  expect(named).toHaveLength(3);
  for (const path of named) expect(await textOf(project, path)).not.toBe('');
  expect(text).toContain('npm run preview -- fictonia\n');
  expect(text).toContain('npm run check -- fictonia --watch\n');
});

test('shared files keep every comment and blank, and get the sample at their end', async () => {
  const comment = (yaml: string) => `# A comment of the series\n\n${yaml}\n# the last line\n`;
  await using project = await smallProject({ 'content/sources.yaml': comment, 'data/datapackage.yaml': comment });
  const shared = ['content/sources.yaml', 'data/datapackage.yaml'];
  const before = await Promise.all(shared.map((path) => textOf(project, path)));
  await run(project, ['fictonia', ...flags]);
  const after = await Promise.all(shared.map((path) => textOf(project, path)));
  after.forEach((text, index) => {
    expect(text.startsWith(before[index]?.trimEnd() ?? '?')).toBe(true);
    expect(text).toMatch(/- (id|name): fictonia-sample\n/);
  });
  expect(await messagesOf(project.root)).toEqual([]);
});

test('an edition takes the next place of the series and an accent that no other has', async () => {
  await using project = await smallProject();
  await run(project, ['burkina-faso', ...flags]);
  const meta = parse(await textOf(project, 'content/burkina-faso/edition.yaml')) as Record<string, unknown>;
  expect(meta).toMatchObject({ order: 4, country: 'Burkina Faso', date: '2031-09', data_cutoff: '2031-07-01' });
  expect(meta.short_title).toBe('The Case of Fictonia');
  expect(meta.accent).not.toBe('ochre');
});

test('a title with a number in it is a name, and needs no fact', async () => {
  await using project = await smallProject();
  const title = 'The Case of the G5 and the Second Fleet';
  await run(project, ['g5', '--title', title, '--force', 'Second Fleet of the G5: "Number 7"', '--date', '']);
  expect(await messagesOf(project.root)).toEqual([]);
  expect(parse(await textOf(project, 'content/g5/edition.yaml'))).not.toHaveProperty('date');
});

const refusals: readonly (readonly [string, Readonly<Record<string, Change>>, string])[] = [
  ['a folder', { 'content/fictonia/notes.txt': 'mine' }, 'content/fictonia is there already: choose another name'],
  ['a file of data', { 'data/fictonia-sample.csv': 'mine' }, 'the file data/fictonia-sample.csv is there already'],
  [
    'a dataset',
    { 'data/datapackage.yaml': (yaml) => yaml.replace('name: places', 'name: fictonia-sample') },
    'the dataset "fictonia-sample" in data/datapackage.yaml is there already',
  ],
  [
    'a source',
    { 'content/sources.yaml': (yaml) => `${yaml}\n- { id: fictonia-sample, type: webpage, title: Mine }\n` },
    'the source "fictonia-sample" in content/sources.yaml is there already',
  ],
];

test.each(refusals)('%s of its name is never written over', async (_what, changes, message) => {
  await using project = await smallProject(changes);
  const before = await contentOf(project);
  expect(await run(project, ['fictonia', ...flags])).toEqual({ text: expect.stringContaining(message), code: 2 });
  expect(await contentOf(project)).toEqual(before);
});

test('where the folder cannot be written, the data and the sources are as they were', async () => {
  await using project = await smallProject({ 'content/.backups': 'a file where folders are made beside their place' });
  const before = await contentOf(project);
  await expect(run(project, ['fictonia', ...flags])).rejects.toThrow('writing content/fictonia failed');
  expect(await contentOf(project)).toEqual(before);
});

test.each([
  [[], 'write NAME, --force FORCE, --title TITLE, --date DATE on the command line'],
  [['fictonia', '--title', 'A', '--date', '2031'], 'write --force FORCE on the command line'],
  [['../up', ...flags], '"../up" cannot name an edition'],
  [['fictonia', 'two', ...flags], 'one edition at a time: what is "two"?'],
  [['fictonia', ...flags, '--date', '2031-13'], '--date: "2031-13" is not a date: write one that exists, like 2031'],
  [['fictonia', ...flags, '--language', 'eo'], '--language: content/labels has no words in "eo": '],
  [['fictonia', ...flags, '--colour', 'red'], "Unknown option '--colour'"],
])('the command line %j is refused with a cure', async (words, message) => {
  await using project = await smallProject();
  const before = await contentOf(project);
  expect(await run(project, words)).toEqual({ text: expect.stringContaining(message), code: 2 });
  expect(await contentOf(project)).toEqual(before);
});

test('a series with errors is told, and nothing is written', async () => {
  await using project = await smallProject({ 'content/series.yaml': 'title: [' });
  const { code, text } = await run(project, ['fictonia', ...flags]);
  expect({ code, text }).toEqual({ code: 1, text: expect.stringContaining('content/series.yaml:1:') });
});

/** Runs the command with somebody who types these lines, and gives what was asked. */
async function asked(project: SmallProject, words: readonly string[], typed: string) {
  const [input, output] = [new PassThrough(), new PassThrough()];
  input.end(typed);
  await using asking = askOn(input, output);
  const outcome = await newCommand(words, project.root, { now, ask: asking.ask });
  return { ...outcome, screen: String(output.read() ?? '') };
}

test('it asks for what the command line does not say, again until the answer serves', async () => {
  await using project = await frenchProject();
  const typed = '\u001b[2J\nmali-small\nfictonia\n\nPaper Fleet\nThe Case of Fictonia\nsoon\n\nfr\n';
  const { code, screen } = await asked(project, [], typed);
  expect({ code, screen }).toEqual({ code: 0, screen: expect.stringContaining('Name of its folder') });
  for (const again of ['content/mali-small is there already', 'the partner force is missing', '"soon" is not a date']) {
    expect(screen).toContain(again);
  }
  // What somebody typed commands nothing when it is told, and a question stays in its lines.
  expect(screen).toContain('"\\u001b[2J" cannot name an edition');
  for (const sign of ['\u001b', '\\n']) expect(screen).not.toContain(sign);
  const meta = parse(await textOf(project, 'content/fictonia/edition.yaml'));
  expect(meta).toMatchObject({ title: 'The Case of Fictonia', force: 'Paper Fleet', language: 'fr' });
});

test('it does not ask for what the command line says, nor for the language where there is one', async () => {
  await using project = await smallProject();
  const { code, screen } = await asked(project, ['fictonia', '--force', 'Paper Fleet'], 'A title\n2031\n');
  expect(code).toBe(0);
  expect(screen).not.toMatch(/Name|Partner force|Language/);
});

test('who leaves before the last answer leaves nothing behind', async () => {
  await using project = await smallProject();
  const before = await contentOf(project);
  expect(await asked(project, ['fictonia'], 'Paper Fleet\n')).toMatchObject({
    code: 2,
    text: 'new: nothing was written\n',
  });
  expect(await contentOf(project)).toEqual(before);
});

/** All files of a project with what they hold. */
async function contentOf({ root }: SmallProject): Promise<readonly (readonly [string, string])[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return Promise.all(files.sort().map(async (file) => [file, await readFile(file, 'latin1')] as const));
}
