import { execFileSync } from 'node:child_process';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../scripts/cli/build.ts';
import { silentProgress } from '../../scripts/cli/progress.ts';
import { importCommand } from '../../scripts/import/import-command.ts';
import { alternativesOf, taggedText } from '../cli/read-pdf.ts';
import { buildAll, messagesOf } from '../cli/run-build.ts';
import { finalProject, type SmallProject } from '../small-project.ts';
import { manuscriptDocx, sentences } from './manuscript-docx.ts';
import { manuscriptText, printedText } from './manuscript-text.ts';

const now = new Date('2031-07-01T12:00:00Z');

async function run(project: SmallProject, words: readonly string[], docx = manuscriptDocx()) {
  await writeFile(join(project.root, 'manuscript.docx'), docx);
  return importCommand(['manuscript.docx', ...words], project.root, now);
}

const textOf = (project: SmallProject, path: string) => readFile(join(project.root, 'content', path), 'utf8');

/** The sentences of the manuscript that do not follow those before them in a text. */
function missingIn(text: string, wanted = sentences): readonly string[] {
  let from = 0;
  return wanted.filter((sentence) => {
    const at = text.indexOf(sentence, from);
    if (at >= 0) from = at + sentence.length;
    return at < 0;
  });
}

test('a manuscript poured into an edition prints every sentence in order, and what the edition placed', async () => {
  await using project = await finalProject({
    'content/fictonia/edition.yaml': (yaml) =>
      yaml.replace('status: final', 'status: reconstruction # ours\nstrict: true'),
  });
  const { text: output, code } = await run(project, ['--onto', 'fictonia']);
  expect({ output, code }).toEqual({
    output: expect.stringContaining('Text: all 140 words of manuscript.docx are in content/fictonia'),
    code: 0,
  });
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const pdf = await readFile(published[0]?.path ?? '');
  const text = await taggedText(pdf);
  expect(missingIn(text), text).toEqual([]);
  // What was deleted under tracked changes, and the text that gave way.
  expect(text).not.toContain('of nowhere');
  expect(text).not.toContain('after 312 two years before');
  for (const kept of ['Figure 1', 'Table 1', 'paper boats folded in Fictonia in 2030']) expect(text).toContain(kept);
  expect(await alternativesOf(pdf)).toEqual(expect.arrayContaining(['A buoy in the harbor', 'A boat at sea']));
  // Numbers that were facts are typed in now, which an edition may that is not strict.
  expect(diagnostics).toContainEqual(
    expect.objectContaining({
      rule: 'number-typed',
      message: expect.stringContaining('"401"'),
      cure: expect.stringMatching(/^write :fact\[folded-2030\] \(.*row/),
    }),
  );
  const yaml = await textOf(project, 'fictonia/edition.yaml');
  expect(yaml).toContain('strict: false');
  expect(yaml).toContain('status: draft # ours');
  expect(yaml).toContain('date: "2031-06-15"');
  expect(yaml).toContain('- name: Ben Madeup\n');
});

test('what stood in the edition is kept as a backup each time', async () => {
  await using project = await finalProject();
  const before = await textOf(project, 'fictonia/en/10-summary.md');
  const { text } = await run(project, ['--onto', 'fictonia']);
  const backup = 'content/.backups/fictonia-2031-07-01-12-00-00';
  expect(text).toContain(`what was there before is in ${backup}`);
  expect(await readFile(join(project.root, backup, 'en/10-summary.md'), 'utf8')).toBe(before);
});

test('the steps of docs/manuscripts.md undo an import: everything is again as it was', async () => {
  await using project = await finalProject();
  const before = await filesIn(project.root);
  const { text } = await run(project, ['--onto', 'fictonia']);
  const guide = await readFile('docs/manuscripts.md', 'utf8');
  const steps = /To undo an import[\s\S]*?```sh\n([\s\S]*?)```/.exec(guide)?.[1]?.replaceAll('mali', 'fictonia');
  execFileSync('sh', ['-ec', steps ?? 'false'], { cwd: project.root });
  // What the report names: a file, and its entry.
  expect(text).toContain(
    'data/fictonia-us-assistance-to-fictonia.csv, with an entry "fictonia-us-assistance-to-fictonia" in',
  );
  await rm(join(project.root, 'data/fictonia-us-assistance-to-fictonia.csv'));
  await takeOut(project, 'data/datapackage.yaml', /\n *- name: fictonia-us-assistance-to-fictonia\n[\s\S]*$/);
  await rm(join(project.root, 'manuscript.docx'));
  expect(await filesIn(project.root)).toEqual(before);
});

async function takeOut({ root }: SmallProject, path: string, entry: RegExp): Promise<void> {
  const text = await readFile(join(root, path), 'utf8');
  expect(text).toMatch(entry);
  await writeFile(join(root, path), text.replace(entry, ''));
}

/** Every file of a project with what it holds. */
async function filesIn(root: string): Promise<Readonly<Record<string, string>>> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .sort();
  return Object.fromEntries(
    await Promise.all(
      paths.map(async (path) => [path.slice(root.length + 1), (await readFile(path, 'latin1')).trimEnd()]),
    ),
  );
}

test('the report says which text is whose, and ends in three lines: the text, what was kept, what a release needs', async () => {
  await using project = await finalProject({ 'content/fictonia/en/80-thanks.md': '# Thanks to nobody\n\nNobody.\n' });
  const { text } = await run(project, ['--onto', 'fictonia']);
  expect(text.split('\n').slice(0, 6)).toEqual([
    '  content/fictonia/en/10-summary.md                            the manuscript’s text, with 2 figures beside it',
    '  content/fictonia/en/20-assistance.md                         the manuscript’s text, with 1 figure beside it',
    '  content/fictonia/en/30-recommendations.md                    the manuscript’s text, a new section',
    '  content/fictonia/en/40-contributors.md                       the manuscript’s text, a new section',
    '  content/fictonia/en/50-figures-added-from-public-sources.md  figures of sections that the manuscript does not have: 1',
    'title: The Case of Fictonia and the Fictonian Paper Fleet',
  ]);
  expect(text.trimEnd().split('\n').slice(-3)).toEqual([
    'Text: all 140 words of manuscript.docx are in content/fictonia, in 4 sections, in their order, except what the notes above name; the text of “Restrictions” and “Thanks to nobody” was taken out.',
    'Kept: 4 figures; what was there before is in content/.backups/fictonia-2031-07-01-12-00-00, and docs/manuscripts.md says how to go back to it.',
    'For a release: a source for 8 numbers and “status: final”; npm run check -- fictonia lists all with their places. A proof for now: npm run pdf -- fictonia',
  ]);
});

test('checking lists the numbers that a fact should carry, with the fact of the same kind, if there is one', async () => {
  await using project = await finalProject();
  await run(project, ['--onto', 'fictonia']);
  const { diagnostics } = await check(
    { editions: [], out: 'out', jobs: 1, failOnWarning: false, format: 'text' },
    {
      root: project.root,
      epoch: undefined,
      progress: silentProgress,
    },
  );
  const cures = new Map(diagnostics.map(({ message, cure }) => [message.split(' is typed in')[0], cure]));
  expect(cures.get('"401"')).toContain('write :fact[folded-2030]');
  // The edition has values near it, of boats: they are no money.
  expect(cures.get('"$16.56 million"')).toBe(
    'make a fact of it in facts.yaml, or declare the name that it belongs to in content/fictonia/edition.yaml',
  );
});

test('a table of numbers becomes a dataset that prints what it said', async () => {
  await using project = await finalProject();
  await run(project, ['--onto', 'fictonia']);
  const { root } = project;
  expect(await readFile(join(root, 'data/fictonia-us-assistance-to-fictonia.csv'), 'utf8')).toBe(
    'year,boats_hulls\n2029,312\n2030,401\n',
  );
  // The authors' own numbers: no record in sources.yaml is invented for them.
  expect(await textOf(project, 'fictonia/tables/us-assistance-to-fictonia.yaml')).toContain('source: []');
  expect((await messagesOf(root)).filter((message) => /datapackage|sources|tables/.test(message))).toEqual([]);
});

test('a picture without alternative text is a diagnostic that names it', async () => {
  await using project = await finalProject();
  await run(project, ['--onto', 'fictonia'], manuscriptDocx(''));
  expect((await messagesOf(project.root)).filter((message) => / image-/.test(message))).toEqual([
    'content/fictonia/en/20-assistance.md:7 image-alt the image "images/manuscript-1.png" has no alternative text',
  ]);
});

test('manuscripts make editions that build, and print every sentence in order, also of lists that are run together', async () => {
  await using project = await finalProject();
  const { code } = await run(project, ['--edition', 'fictonia-2']);
  expect(code).toBe(0);
  await writeFile(join(project.root, 'manuscript.txt'), manuscriptText);
  const plain = await importCommand(['manuscript.txt', '--edition', 'fictonia-3'], project.root, now);
  expect(plain.code).toBe(0);
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const text = await taggedText(await readFile(published[1]?.path ?? ''));
  expect(missingIn(text), text).toEqual([]);
  expect(await textOf(project, 'fictonia-2/edition.yaml')).toContain(
    'force: Fictonian Paper Fleet # the partner force that the edition centers on\ncountry: Fictonia #',
  );
  const ofPlain = (await taggedText(await readFile(published[2]?.path ?? ''))).replaceAll('\u00A0', ' ');
  expect(missingIn(ofPlain, printedText), ofPlain).toEqual([]);
});

test('an edition that cannot be written is as it was, and so are the data', async () => {
  await using project = await finalProject({ 'content/.backups': 'a file where the folder of backups is to be' });
  const before = await readdir(project.root, { recursive: true });
  const descriptors = await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8');
  await expect(run(project, ['--onto', 'fictonia'])).rejects.toThrow(
    'writing content/fictonia failed, and it is as it was',
  );
  expect((await readdir(project.root, { recursive: true })).filter((path) => !before.includes(path))).toEqual([
    'manuscript.docx',
  ]);
  expect(await readFile(join(project.root, 'data/datapackage.yaml'), 'utf8')).toBe(descriptors);
});

test('key figures stay with the notes that they call', async () => {
  const figures = ':::key-figures\n- :fact[folded-2030] boats[^note-1]\n:::';
  await using project = await finalProject({
    'content/fictonia/en/10-summary.md': `# Summary\n\nOld text.[^old]\n\n${figures}\n\n[^old]: Old note.\n[^note-1]: Of paper.\n`,
  });
  await run(project, ['--onto', 'fictonia']);
  const text = await textOf(project, 'fictonia/en/10-summary.md');
  expect(text).toContain(':::key-figures\n- :fact[folded-2030] boats[^kept-note-1]\n:::');
  expect(text).toMatch(/\n\[\^note-1\]: The Invented Register.*\n[\s\S]*\n\[\^kept-note-1\]: Of paper\.\n$/);
  expect(text).not.toMatch(/Old (text|note)/);
});

test('an edition that is there is never overwritten without --force, and then kept', async () => {
  await using project = await finalProject();
  const before = await textOf(project, 'fictonia/edition.yaml');
  const refused = await run(project, ['--edition', 'fictonia']);
  expect(refused).toEqual({ text: expect.stringContaining('content/fictonia is there already'), code: 2 });
  expect(await textOf(project, 'fictonia/edition.yaml')).toBe(before);
  expect((await run(project, ['--edition', 'fictonia', '--force'])).code).toBe(0);
  expect(await textOf(project, '.backups/fictonia-2031-07-01-12-00-00/edition.yaml')).toBe(before);
  expect(await readdir(join(project.root, 'content'))).toEqual([
    '.backups',
    'fictonia',
    'labels',
    'series.yaml',
    'sources.yaml',
  ]);
});

test.each([
  [['--onto', 'fictoria'], 'there is no edition "fictoria": did you mean "fictonia"?'],
  [[], 'write --edition NAME for a new edition, or --onto NAME for one that there is'],
  [['--edition', '../up'], '"../up" cannot name an edition'],
  [['--edition', 'labels'], '"labels" cannot name an edition'],
])('the command line %j is refused with a cure', async (words, message) => {
  await using project = await finalProject();
  expect(await run(project, words)).toEqual({ text: expect.stringContaining(message), code: 2 });
});
