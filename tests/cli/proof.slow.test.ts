import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { silentProgress } from '../../scripts/cli/progress.ts';
import { type Proofs, proof } from '../../scripts/cli/proof.ts';
import { type Change, finalProject, type SmallProject, wellsProject } from '../small-project.ts';
import { taggedText, textOfPages } from './read-pdf.ts';
import { buildAll } from './run-build.ts';

function proofOf({ root }: SmallProject): Promise<Proofs> {
  const options = { editions: [], jobs: 1, failOnWarning: false, format: 'text', out: join(root, 'out') } as const;
  return proof(options, { root, epoch: undefined, progress: silentProgress });
}

const section = 'content/wells/en/10-wells.md';
const labels = 'content/labels/en.yaml';

interface Case {
  readonly what: string;
  readonly changes: Readonly<Record<string, Change>>;
  /** The words of the PDF in which the mark stands, in the order of its tags. */
  readonly marked: readonly string[];
}

const cases: readonly Case[] = [
  {
    what: 'an unknown fact',
    changes: { [section]: (text) => text.replace('dug-2024', 'dug-2014') },
    marked: ['In 2024 the Valley dug [unknown fact "dug-2014"] wells, after 18'],
  },
  {
    what: 'a fact whose query fails',
    changes: {
      'content/wells/facts.yaml': (text) =>
        text.replace('select dug from wells where year = 2024', 'select deep from wells'),
    },
    marked: ['the Valley dug [the fact "dug-2024": '],
  },
  {
    what: 'a chart that cannot be drawn',
    changes: { 'content/wells/charts/wells-dug.yaml': (text) => text.replace('field: dug, type', 'field: deep, type') },
    marked: ['Figure 1 More wells were dug each year', '[the chart "wells-dug": '],
  },
  {
    what: 'a chart whose file is not right',
    changes: { 'content/wells/charts/wells-dug.yaml': (text) => text.replace('height: 60\n', '') },
    marked: ['[the chart "wells-dug": the key "height" is missing]'],
  },
  {
    what: 'an image that is not there',
    changes: { [section]: (text) => `${text}\nLook: ![A well](images/well.png)\n` },
    marked: ['Look: [there is no image "images/well.png" in the edition’s folder]'],
  },
  {
    what: 'a note that nobody wrote',
    changes: { [section]: (text) => text.replace('Nobody dug them', 'Nobody[^who] dug them') },
    marked: ['Nobody[the note "who" is called here but not written] dug them'],
  },
  {
    what: 'a source that is not known',
    changes: { [section]: (text) => text.replace('its wells.', 'its wells [@snow-book].') },
    marked: ['so are its wells.[unknown source "snow-book"]'],
  },
  {
    what: 'a wrong claim',
    changes: { [section]: (text) => text.replace(':fact[dug-2023]', ':claim[19]{fact=dug-2023}') },
    marked: ['after 19 [the claim "19" does not agree with the fact "dug-2023"'],
  },
  {
    what: 'a label that is missing',
    changes: { [labels]: (text) => text.replace('contents: Contents\n', '') },
    marked: ['has no label "contents"', '[no label "contents"]'],
  },
  {
    what: 'a dataset that cannot be read',
    changes: { 'data/wells.csv': (text) => text.replace('2024,21,4', '2024,many,4') },
    marked: ['the Valley dug [the fact "dug-2024": "many" in the column "dug" is not', '[the table "wells": "many" in'],
  },
  {
    what: 'a heading that skips a level',
    changes: { [section]: (text) => `${text}\n### Ropes\n` },
    marked: ['Ropes [this heading has ### after one with #]'],
  },
  {
    what: 'a link to nowhere',
    changes: { [section]: (text) => text.replace('the Valley is an invention', 'the [Valley](#vale) is an invention') },
    marked: ['the Valley is an invention, and so are its wells. [the link "#vale" leads to no place in this edition]'],
  },
];

test.each(cases)('of $what a proof is printed, with a mark where it would stand', async ({ changes, marked }) => {
  await using project = await wellsProject(changes);
  const { ok, proofs, diagnostics } = await proofOf(project);
  // What is found in the finished pages, such as a link that leads nowhere, is told and has no mark.
  const errors = diagnostics.filter(({ severity, rule }) => severity === 'error' && rule !== 'link-lost');
  expect(errors.length).toBeGreaterThan(0);
  expect({ ok, proofs }).toMatchObject({
    ok: true,
    proofs: [{ kind: 'printed', edition: 'wells', marked: errors.length }],
  });
  const text = await taggedText(await readFile(join(project.root, 'out/proof/wells.pdf')));
  const places = marked.map((words) => text.indexOf(words));
  expect(places, text).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  // The list after the cover says it again, with the place and the cure.
  for (const { message, cure } of errors)
    expect(text).toContain(`${message}: ${cure}`.replace(/\s+/g, ' ').replace('𓀀', '[U+13000]'));
});

test('a proof leaves what is published as it is', async () => {
  await using project = await finalProject();
  await buildAll(project.root);
  const out = join(project.root, 'out');
  const before = await Promise.all((await readdir(out)).map(async (name) => [name, await readFile(join(out, name))]));
  await proofOf(project);
  const names = (await readdir(out)).filter((name) => name !== 'proof');
  expect(await Promise.all(names.map(async (name) => [name, await readFile(join(out, name))]))).toEqual(before);
  expect(await readdir(join(out, 'proof'))).toEqual(['fictonia.pdf']);
});

test('a proof of an edition without errors says what it is on every page, and marks nothing', async () => {
  await using project = await finalProject();
  expect(await proofOf(project)).toMatchObject({ ok: true, proofs: [{ marked: 0 }], diagnostics: [] });
  const pdf = await readFile(join(project.root, 'out/proof/fictonia.pdf'));
  expect(await taggedText(pdf)).toMatch(/^ ?PROOF Not for publication/);
  const [, ...pages] = await textOfPages(pdf);
  for (const text of pages) expect(text).toMatch(/Proof, not for publication · The Case of Fictonia[\s\S]*PROOF/);
  expect(await taggedText(pdf)).not.toContain('Marked in this proof');
});

test('what is not safe is not shown, and an edition beside it is', async () => {
  await using project = await wellsProject({
    [section]: (text) => `${text}\nSee [this](javascript:alert(1)).\n`,
    'content/rain/edition.yaml': (await wells('edition.yaml')).replace('order: 1', 'order: 2'),
    'content/rain/facts.yaml': '',
    'content/rain/en/10-rain.md': '# Rain\n\nIt rained.\n',
  });
  const { ok, proofs } = await proofOf(project);
  expect(ok).toBe(false);
  expect(proofs).toMatchObject([
    { kind: 'printed', edition: 'rain' },
    { kind: 'refused', edition: 'wells', why: expect.stringContaining('not safe to be shown (link-target)') },
  ]);
  expect(await readdir(join(project.root, 'out/proof'))).toEqual(['rain.pdf']);
});

test('an edition that cannot be read says so', async () => {
  await using project = await wellsProject({ 'content/wells/edition.yaml': 'title: [\n' });
  const { ok, proofs } = await proofOf(project);
  expect({ ok, proofs }).toMatchObject({
    ok: false,
    proofs: [{ kind: 'refused', why: expect.stringContaining('cannot be read at all') }],
  });
});

test('pages that a template fails to lay out are no proof', async () => {
  await using project = await wellsProject({
    'templates/partials/section.hbs': (text) => `${text}{{> section}}\n`,
  });
  expect(await proofOf(project)).toMatchObject({
    ok: false,
    proofs: [{ kind: 'refused', why: expect.stringContaining('cannot be laid out: correct templates/') }],
  });
});

function wells(file: string): Promise<string> {
  return readFile(join(import.meta.dirname, '../editions/wells/content/wells', file), 'utf8');
}
