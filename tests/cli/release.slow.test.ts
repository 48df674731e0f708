import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { collectDiagnostics, type Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';
import { compileEdition } from '../../scripts/press/index.ts';
import { openProject } from '../../scripts/press/project.ts';
import { releaseNeeds } from '../../scripts/press/read/edition-status.ts';
import { type Change, finalProject, wellsProject } from '../small-project.ts';
import { alternativesOf, taggedText } from './read-pdf.ts';
import { buildAll } from './run-build.ts';

const edition = 'content/fictonia/edition.yaml';
const section = 'content/fictonia/en/10-summary.md';
const label = 'Added by the press from public sources.';
const notAdopted = (text: string) => `adopted: false\n${text}`;
const keyFigures =
  '\n:::key-figures{adopted=false}\n- :fact[folded-2030] paper boats folded in 2030 [@invented-register]\n:::\n';

/** The final edition of Fictonia with every kind of figure as it was kept from a reconstruction. */
const kept: Readonly<Record<string, Change>> = {
  'content/fictonia/charts/boats.yaml': notAdopted,
  'content/fictonia/tables/boats.yaml': notAdopted,
  'content/fictonia/timelines/acts.yaml': notAdopted,
  [section]: (text) => `${text}${keyFigures}`,
  [edition]: (text) => text.replace('cover:\n', 'cover:\n  adopted: false\n'),
};

async function printed(root: string) {
  const { ok, published, diagnostics } = await buildAll(root);
  expect(ok).toBe(true);
  const pdf = await readFile(published[0]?.path ?? '');
  return { diagnostics, pdf, text: await taggedText(pdf) };
}

test('figures that the partners have not adopted say so in print, and keep the edition from being released', async () => {
  await using project = await finalProject(kept);
  const { diagnostics, text } = await printed(project.root);
  const messages = diagnostics.map(
    ({ place, rule, severity }) => `${place.file.replace('content/fictonia/', '')} ${rule} ${severity}`,
  );
  expect(messages).toEqual([
    'charts/boats.yaml figure-adopted release',
    'edition.yaml figure-adopted release',
    'en/10-summary.md figure-adopted release',
    'tables/boats.yaml figure-adopted release',
    'timelines/acts.yaml figure-adopted release',
  ]);
  // The four figures and the cover, and the table behind the chart in the appendix.
  expect(text.split(label)).toHaveLength(7);
  expect(text).toContain(`${label} Source: `);
});

test('"adopted: true" in edition.yaml takes the label off all of them', async () => {
  await using project = await finalProject({
    ...kept,
    [edition]: (text) => text.replace('cover:\n', 'adopted: true\ncover:\n  adopted: false\n'),
  });
  const { diagnostics, text } = await printed(project.root);
  expect(diagnostics).toEqual([]);
  expect(text).not.toContain(label);
});

test('a word in the braces of key figures that is neither true nor false is told', async () => {
  await using project = await finalProject({ [section]: (text) => `${text}${keyFigures.replace('=false', '=no')}` });
  expect((await buildAll(project.root)).diagnostics).toMatchObject([{ rule: 'value-type', severity: 'error' }]);
});

test('an image without words is printed with an alternative text that says just that', async () => {
  await using project = await wellsProject({
    'content/wells/images/well.svg':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><circle cx="20" cy="20" r="16"/></svg>',
    'content/wells/en/20-digging.md': '# Digging\n\n![](images/well.svg)\n',
  });
  const { diagnostics, pdf } = await printed(project.root);
  expect(diagnostics).toMatchObject([{ rule: 'image-alt', severity: 'release' }]);
  expect(await alternativesOf(pdf)).toContain('Picture without a description');
});

test('a dataset without a license is listed so, and told of each edition that uses it', async () => {
  await using project = await wellsProject({
    'data/datapackage.yaml': (text) => text.replace('    licenses: [{ name: public-record }]\n', ''),
  });
  const { diagnostics, text } = await printed(project.root);
  expect(diagnostics).toMatchObject([{ rule: 'license-missing', place: { file: 'data/datapackage.yaml', line: 4 } }]);
  expect(text).toContain('License: not stated.');
});

async function needsOf(root: string, name: string, more: readonly Diagnostic[] = []) {
  const diagnostics = collectDiagnostics();
  await using project = await openProject(root, diagnostics.report);
  const compiled = project && (await compileEdition(name, project, diagnostics.report, () => {}));
  if (!compiled) throw new Error(`${join(root, 'content', name)} cannot be read`);
  return releaseNeeds(compiled.edition, [...diagnostics.list(), ...more]).map(({ message }) => message);
}

test('a final edition with all that it needs may be released; a warning keeps nothing back', async () => {
  await using project = await finalProject();
  expect(await needsOf(project.root, 'fictonia')).toEqual([]);
  const place = { file: edition, line: 1, column: 1 };
  const warning = { rule: 'fact-unused', severity: 'warning', place, message: 'unused', cure: '' } as const;
  expect(await needsOf(project.root, 'fictonia', [warning])).toEqual([]);
});

test('a draft is never released, and what else is missing is named', async () => {
  await using draft = await wellsProject({ 'content/wells/charts/wells-dug.yaml': notAdopted });
  expect(await needsOf(draft.root, 'wells')).toEqual([
    'a draft is never released',
    'the partners have not adopted the chart "wells-dug", kept from a reconstruction',
  ]);
  await using undated = await finalProject({ [edition]: (text) => text.replace(/date: .*\n/, '') });
  expect(await needsOf(undated.root, 'fictonia')).toEqual(['a final edition without a date']);
});

test('a reconstruction needs no date and no contributors', async () => {
  await using project = await finalProject({
    [edition]: (text) =>
      text
        .replace('status: final', 'status: reconstruction')
        .replace(/date: .*\n/, '')
        .replace(/contributors:\n(?: {2}-.*\n)+/, ''),
  });
  expect(await needsOf(project.root, 'fictonia')).toEqual([]);
});
