import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { listEditions } from '../../scripts/press/read/edition-names.ts';
import { diskFiles } from '../../scripts/press/read/files.ts';
import { taggedText } from '../cli/read-pdf.ts';
import { buildAll } from '../cli/run-build.ts';
import { seriesWith } from '../small-project.ts';
import { repository, repositoryFiles } from './repository-files.ts';

const fixture = join(repository, 'tests/editions/final');
const textOf = (path: string) => readFileSync(join(repository, path), 'utf8');

test('a fourth edition of the series needs content and data, and no code or style', async () => {
  const resources = readFileSync(join(fixture, 'data/datapackage.yaml'), 'utf8').split('resources:\n')[1] ?? '';
  await using project = await seriesWith('tests/editions/final', {
    // The fixture's own series and shared files give way to this repository's, with what the edition needs put after.
    // It has no dataset under the license whose name the series declares.
    'content/series.yaml': textOf('content/series.yaml').replace('    - Creative Commons Attribution 4.0\n', ''),
    'content/sources.yaml': `${textOf('content/sources.yaml')}\n${readFileSync(join(fixture, 'content/sources.yaml'), 'utf8')}`,
    'data/datapackage.yaml': `${textOf('data/datapackage.yaml')}\n${resources}`,
  });
  const { diagnostics, published } = await buildAll(project.root);
  expect(diagnostics).toEqual([]);
  expect(published.map(({ edition }) => edition)).toEqual(['fictonia']);
  const pdf = readFileSync(published[0]?.path ?? '');
  const text = await taggedText(pdf);
  expect(text).toContain('The fourth factsheet of the series');
  expect(text).toContain('In 2030 the Fictonian Paper Fleet folded 401 boats, after 312 two years before');
  expect(text).toContain('Of those of 2030, 52 were lost, or 13%');
  expect((await PDFDocument.load(pdf)).getTitle()).toBe('The Case of Fictonia and the Fictonian Paper Fleet');
});

const editions = listEditions(diskFiles(repository));

test('no style, template or code knows an edition', () => {
  const countries = editions.map((edition) => String(parse(textOf(`content/${edition}/edition.yaml`)).country));
  const names = new RegExp(`\\b(?:${[...editions, ...countries].join('|')})\\b`, 'i');
  const found = repositoryFiles()
    .filter((file) => /^(styles|templates|scripts)\//.test(file))
    .flatMap((file) =>
      textOf(file)
        .split('\n')
        .map((line, index) => ({ at: `${file}:${index + 1}`, line })),
    )
    // Comments and descriptions may give an example.
    .filter(({ line }) => names.test(line.replace(/\/\*.*|^\s*\*.*|\/\/.*|description: .*/, '')));
  expect(found).toEqual([]);
});

test('the editions have the same sections in the same order', () => {
  const sections = editions.map((edition) => readdirSync(join(repository, 'content', edition, 'en')).sort());
  const all = [...new Set(sections.flat())].sort();
  const headings = (file: string) =>
    new Set(
      editions.flatMap((edition, i) => (sections[i]?.includes(file) ? firstLine(`content/${edition}/en/${file}`) : [])),
    );
  expect(all.map((file) => [file, [...headings(file)].length])).toEqual(all.map((file) => [file, 1]));
});

function firstLine(path: string): string {
  return textOf(path).split('\n')[0] ?? '';
}
