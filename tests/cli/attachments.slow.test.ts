import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { type Change, smallProject } from '../small-project.ts';
import { taggedText } from './read-pdf.ts';
import { buildAll } from './run-build.ts';

const descriptors = 'data/datapackage.yaml';
const harm = 'data/mali-civilian-harm-by-year.csv';

/** Else the table prints the whole of its dataset. */
const tableOf2022 = {
  'content/mali-small/tables/harm.yaml': (yaml: string) =>
    yaml.replace(/data: .*/, "data: { query: from mali_civilian_harm_by_year where period = '2022' }"),
};

const oneMore = `  - name: unused
    path: unused.csv
    title: Nothing rests on it
    sources: [{ title: Nobody }]
    licenses: [{ name: public-record }]
    retrieved: 2026-11
    schema: { fields: [{ name: a, type: integer }] }
`;

/** The small edition, built with these changes: its files by name, its data as they lie on the disk, and its text. */
async function printed(changes: Readonly<Record<string, Change>> = {}) {
  await using project = await smallProject(changes);
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics).toEqual([]);
  const pdf = await readFile(published[0]?.path ?? '');
  const attached = (await PDFDocument.load(pdf)).getAttachments();
  const names = ['mali-civilian-harm-by-year.csv', 'places.csv', 'restrictions.csv'];
  const onDisk = await Promise.all(
    names.map(async (name) => [name, await readFile(join(project.root, 'data', name), 'utf8')]),
  );
  return {
    // Those of the data: the audit has tests of its own.
    files: new Map(
      attached
        .filter(({ name }) => !name.startsWith('audit.'))
        .map(({ name, data }) => [name, Buffer.from(data).toString()]),
    ),
    dates: attached.map(({ modificationDate }) => modificationDate?.toISOString()),
    onDisk: Object.fromEntries(onDisk) as Readonly<Record<string, string>>,
    text: await taggedText(pdf),
  };
}

test('the datasets that an edition rests on lie in its PDF, byte for byte, with a descriptor of all', async () => {
  const { files, dates, onDisk } = await printed({
    'data/unused.csv': 'a\n584\n',
    [descriptors]: (yaml) => `${yaml}${oneMore}`,
  });
  const descriptor = files.get('datapackage.json') ?? '';
  expect(Object.fromEntries(files)).toEqual({ ...onDisk, 'datapackage.json': descriptor });
  const { resources } = JSON.parse(descriptor) as {
    resources: { path: string; bytes: number; hash: string; schema: object }[];
  };
  const digest = (text: string) => createHash('sha256').update(text).digest('hex');
  expect(resources.map(({ path, bytes, hash }) => ({ path, bytes, hash }))).toEqual(
    Object.entries(onDisk).map(([path, text]) => ({ path, bytes: text.length, hash: `sha256:${digest(text)}` })),
  );
  expect(resources[0]?.schema).toMatchObject({
    fields: [{ name: 'period' }, { name: 'killed', unit: 'people' }, {}, {}],
  });
  expect(new Set(dates)).toEqual(new Set(['2023-03-22T00:00:00.000Z']));
});

test('a dataset that only a fact behind a printed fact rests on goes along, too', async () => {
  await using project = await smallProject({
    'data/unused.csv': 'a\n584\n',
    [descriptors]: (yaml) => `${yaml}${oneMore}`,
    'content/mali-small/facts.yaml': (yaml) =>
      `${yaml.replace(/query: select killed .*2021'/, "query: select fact('one')")}
one: { label: One, query: select a from unused, format: number }
`,
  });
  const { published } = await buildAll(project.root);
  const document = await PDFDocument.load(await readFile(published[0]?.path ?? ''));
  expect(document.getAttachments().map(({ name }) => name)).toContain('unused.csv');
});

test('of a dataset whose descriptor says so, only the rows in use go with the edition, and that is said', async () => {
  const inUse = (yaml: string) => yaml.replace('retrieved: 2026-11', 'retrieved: 2026-11\n    attach: rows-in-use');
  const { files, onDisk, text } = await printed({
    [descriptors]: inUse,
    ...tableOf2022,
    'content/mali-small/charts/killed-by-year.yaml': (yaml) =>
      yaml.replace('length(period) = 4', 'length(period) = 4 and killed > 0'),
  });
  const lines = onDisk['mali-civilian-harm-by-year.csv']?.split('\n') ?? [];
  expect(files.get('mali-civilian-harm-by-year.csv')).toBe([lines[0], ...lines.slice(3)].join('\n'));
  expect(files.get('places.csv')).toBe(onDisk['places.csv']);
  expect(files.get('datapackage.json')).toContain('"description": "(only the rows that this edition uses)"');
  expect(text).toContain(
    'Harm to civilians in Mali: mali-civilian-harm-by-year.csv (only the rows that this edition uses).',
  );
});

test('above 256 kB only the rows in use go with the edition', async () => {
  const more = Array.from({ length: 9000 }, (_, row) => `row-${String(row).padStart(16, '0')},1,2,2021-01-01\n`);
  const short = await printed({ ...tableOf2022, [harm]: (csv) => csv + more.slice(0, 10).join('') });
  expect(short.files.get('mali-civilian-harm-by-year.csv')).toBe(short.onDisk['mali-civilian-harm-by-year.csv']);
  const long = await printed({
    [harm]: (csv) => csv + more.join(''),
    ...tableOf2022,
  });
  const lines = long.onDisk['mali-civilian-harm-by-year.csv']?.split('\n') ?? [];
  expect(long.files.get('mali-civilian-harm-by-year.csv')).toBe([lines[0], lines[3], lines[4], ''].join('\n'));
});

test('readers are told of each dataset what it is, its source, license, date and file', async () => {
  const { text } = await printed({
    [descriptors]: (yaml) => yaml.replace('{ title: GeoNames }', '{ title: One }, { title: Two }, { title: Three }'),
  });
  const [, datasetsText] = text.split('Datasets What this edition rests on.');
  expect(datasetsText).toContain(
    'License: public-record. Retrieved November 2026. Harm to civilians in Mali: mali-civilian-harm-by-year.csv. MINUSMA, as APA News reported it. Acts: restrictions.csv. Several. License: CC-BY-4.0. Retrieved November 2026. Places: places.csv. 3 sources, listed in datapackage.json.',
  );
});

test('without an appendix the datasets stand with the notes', async () => {
  const { text, files } = await printed({ 'content/mali-small/edition.yaml': (yaml) => `${yaml}appendix: none\n` });
  expect(files.size).toBe(4);
  expect(text).toMatch(/Notes 1 .*Datasets What this edition rests on.*Colophon Suggested/);
});

test('a character in the title of a dataset that no font has is told there', async () => {
  await using project = await smallProject({
    [descriptors]: (yaml) => yaml.replace('title: Places', 'title: Places 漢'),
  });
  const { diagnostics } = await buildAll(project.root);
  expect(diagnostics.map(({ rule, place }) => `${place.file}:${place.line} ${rule}`)).toEqual([
    'data/datapackage.yaml:18 glyph-missing',
  ]);
});
