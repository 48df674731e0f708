import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { beforeAll, expect, test } from 'vitest';
import { buildAll } from '../cli/run-build.ts';
import { smallProject } from '../small-project.ts';
import { openPage } from './open-page.ts';

let html = '';

beforeAll(async () => {
  await using project = await smallProject({
    'content/mali-small/edition.yaml': (text) => text.replace('strict: true', ''),
    'content/mali-small/en/20-assistance.md': (text) =>
      text.replace('A paragraph', 'For 42 boats & "more", a paragraph'),
  });
  expect((await buildAll(project.root)).ok).toBe(true);
  html = await readFile(join(project.root, 'out/mali-small.audit.html'), 'utf8');
});

/** What axe says of the page as it is: a line a violation. */
async function violationsIn(page: Awaited<ReturnType<typeof openPage>>['page']): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Runs in the page, where axe is a global.
  const found = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
}

test('it asks for nothing beyond itself', async () => {
  await using open = await openPage(html);
  expect(open.asked).toEqual([]);
  expect(await open.page.evaluate(() => [...document.fonts].map(({ status }) => status))).toContain('loaded');
});

test.each([
  ['wide', 1200],
  ['narrow', 400],
])('axe finds nothing wrong with it on a %s screen', async (_, width) => {
  await using open = await openPage(html);
  await open.page.setViewport({ width, height: 900 });
  expect(await violationsIn(open.page)).toEqual([]);
});

test('axe finds a table whose heads are taken away, so that the test above can fail', async () => {
  await using open = await openPage(html.replace('<label>', '<div>').replace('lang="en"', ''));
  expect(await violationsIn(open.page)).not.toEqual([]);
});

test.each([
  ['kind', 'unexplained', ['42']],
  ['page', '3', expect.arrayContaining(['August 2020', 'section 7008'])],
  ['dataset', 'restrictions', expect.arrayContaining(['August 2020'])],
])('a choice of %s shows the numbers that it names', async (name, value, shown) => {
  await using open = await openPage(html);
  await open.page.select(`select[name=${name}]`, value);
  const texts = await open.page.$$eval('tbody tr:not([hidden]) b', (found) => found.map((b) => b.textContent));
  expect(texts).toEqual(shown);
  expect(await open.page.$eval('output', (output) => output.textContent)).toMatch(
    new RegExp(`^${texts.length} of \\d+ entries$`),
  );
});

test('words show the numbers that stand beside them, and all are shown again when asked for', async () => {
  await using open = await openPage(html);
  const shown = () => open.page.$$eval('tbody tr:not([hidden])', (rows) => rows.length);
  const all = await shown();
  await open.page.type('input[name=text]', 'BOATS & "more"');
  expect(await shown()).toBe(1);
  await open.page.click('button[type=reset]');
  await open.page.waitForFunction(
    (count) => document.querySelectorAll('tbody tr:not([hidden])').length === count,
    {},
    all,
  );
});

test('without scripts all numbers are there, and no form that would do nothing', async () => {
  await using open = await openPage(html, 'off');
  const { page } = open;
  expect(await page.$$eval('tbody tr', (rows) => rows.every((row) => row.checkVisibility()))).toBe(true);
  expect(await page.$eval('form', (form) => form.checkVisibility())).toBe(false);
});

test('on paper the form is left out', async () => {
  await using open = await openPage(html);
  await open.page.emulateMediaType('print');
  expect(await open.page.$eval('form', (form) => form.checkVisibility())).toBe(false);
  expect(await open.page.$eval('#facts', (head) => head.checkVisibility())).toBe(true);
});

test('each link within it leads somewhere', async () => {
  await using open = await openPage(html);
  const lost = await open.page.$$eval('a[href^="#"]', (links) =>
    links.map((link) => link.getAttribute('href') ?? '').filter((href) => !document.getElementById(href.slice(1))),
  );
  expect(lost).toEqual([]);
});
