import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import type { Audit } from '../../scripts/press/audit/audit.ts';
import { type Change, smallProject } from '../small-project.ts';
import { buildAll } from './run-build.ts';

const content = 'content/mali-small';

/** The small edition, built with these changes: what was told, and its audit, if one was published. */
async function built(changes: Readonly<Record<string, Change>> = {}) {
  await using project = await smallProject(changes);
  const { diagnostics } = await buildAll(project.root);
  const json = await readFile(join(project.root, 'out/mali-small.audit.json'), 'utf8').catch(() => undefined);
  return { diagnostics, json, audit: json === undefined ? undefined : (JSON.parse(json) as Audit) };
}

test('the audit beside a PDF has the page of each number', async () => {
  const { diagnostics, audit } = await built({
    [`${content}/en/20-assistance.md`]: (text) => text.replace('::table[harm]', '::table[harm]\n\n1. In 2022\n'),
  });
  expect(diagnostics).toEqual([]);
  const pagesOf = (file: string, text: string) =>
    audit?.numbers.filter((number) => number.place?.file === file && number.text === text).map(({ page }) => page);
  expect(pagesOf(`${content}/edition.yaml`, '1,277')).toEqual([1]);
  expect(pagesOf(`${content}/en/10-summary.md`, '584')).toEqual([2]);
  expect(pagesOf('data/restrictions.csv', 'section 7008')).toEqual([3]);
  expect(pagesOf(`${content}/en/20-assistance.md`, '2022')).toEqual([2]);
});

test('the same edition gives the same audit', async () => {
  const [one, other] = [await built(), await built()];
  expect(one.json).toBe(other.json);
});

test('a PDF holds its audit, the very files that lie beside it', async () => {
  await using project = await smallProject();
  await buildAll(project.root);
  const beside = (ending: string) => readFile(join(project.root, `out/mali-small.${ending}`));
  const attached = (await PDFDocument.load(await beside('pdf'))).getAttachments();
  for (const name of ['audit.html', 'audit.json']) {
    const file = attached.find((attachment) => attachment.name === name);
    expect(file && Buffer.from(file.data).equals(await beside(name))).toBe(true);
  }
});

test('no audit is published of an edition that is not', async () => {
  const { json } = await built({ [`${content}/edition.yaml`]: (text) => text.replace('cutoff: ', 'cutof: ') });
  expect(json).toBeUndefined();
});

test('a number that only a template prints is told in a strict edition', async () => {
  const { diagnostics, audit } = await built({
    'templates/partials/callout.hbs': (text) => text.replace('</aside>', '<p>54 boats</p></aside>'),
  });
  expect(diagnostics.map(({ rule, message }) => `${rule}: ${message}`)).toEqual([
    'number-unexplained: nothing explains "54" on page 3',
  ]);
  expect(audit?.counts.unexplained).toBe(1);
});
