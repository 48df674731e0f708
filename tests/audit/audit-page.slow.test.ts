import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import axe from 'axe-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Built } from '../../scripts/cli/build.ts';
import type { Audit } from '../../scripts/press/audit/audit.ts';
import { addressFault } from '../../scripts/press/read/schemas/address.ts';
import { buildAll } from '../cli/run-build.ts';
import { smallProject } from '../small-project.ts';
import { type AuditReader, type OpenPage, startReader } from './open-page.ts';

let html = '';
let json = '';
let reader: AuditReader;

beforeAll(async () => {
  await using project = await smallProject({
    'content/mali-small/edition.yaml': (text) => text.replace('strict: true', ''),
    'content/mali-small/en/20-assistance.md': (text) =>
      text.replace('A paragraph', 'For 42 boats & "more", a paragraph'),
  });
  expect((await buildAll(project.root)).ok).toBe(true);
  html = await readFile(join(project.root, 'out/mali-small.audit.html'), 'utf8');
  json = await readFile(join(project.root, 'out/mali-small.audit.json'), 'utf8');
  reader = await startReader();
});

afterAll(() => reader[Symbol.asyncDispose]());

/** What axe says of the page as it is: a line a violation. */
async function violationsIn(page: OpenPage['page']): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  // Runs in the page, where axe is a global.
  const found = (await page.evaluate('axe.run()')) as axe.AxeResults;
  return found.violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes[0]?.html})`);
}

test('it asks for nothing beyond itself', async () => {
  await using open = await reader.openPage(html);
  expect(open.asked).toEqual([]);
  expect(await open.page.evaluate(() => [...document.fonts].map(({ status }) => status))).toContain('loaded');
});

test.each([
  ['wide', 1200],
  ['narrow', 400],
])('axe finds nothing wrong with it on a %s screen', async (_, width) => {
  await using open = await reader.openPage(html);
  await open.page.setViewport({ width, height: 900 });
  expect(await violationsIn(open.page)).toEqual([]);
});

test('axe finds a table whose heads are taken away, so that the test above can fail', async () => {
  await using open = await reader.openPage(html.replace('<label>', '<div>').replace('lang="en"', ''));
  expect(await violationsIn(open.page)).not.toEqual([]);
});

test.each([
  ['kind', 'unexplained', ['42']],
  ['page', '3', expect.arrayContaining(['August 2020', 'section 7008'])],
  ['dataset', 'restrictions', expect.arrayContaining(['August 2020'])],
])('a choice of %s shows the numbers that it names', async (name, value, shown) => {
  await using open = await reader.openPage(html);
  await open.page.select(`select[name=${name}]`, value);
  const texts = await open.page.$$eval('tbody tr:not([hidden]) b', (found) => found.map((b) => b.textContent));
  expect(texts).toEqual(shown);
  expect(await open.page.$eval('output', (output) => output.textContent)).toMatch(
    new RegExp(`^${texts.length} of \\d+ entries$`),
  );
});

test('words show the numbers that stand beside them, and all are shown again when asked for', async () => {
  await using open = await reader.openPage(html);
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
  await using open = await reader.openPage(html, 'off');
  const { page } = open;
  expect(await page.$$eval('tbody tr', (rows) => rows.every((row) => row.checkVisibility()))).toBe(true);
  expect(await page.$eval('form', (form) => form.checkVisibility())).toBe(false);
});

test('on paper the form is left out', async () => {
  await using open = await reader.openPage(html);
  await open.page.emulateMediaType('print');
  expect(await open.page.$eval('form', (form) => form.checkVisibility())).toBe(false);
  expect(await open.page.$eval('#facts', (head) => head.checkVisibility())).toBe(true);
});

test('each link within it leads somewhere', async () => {
  await using open = await reader.openPage(html);
  const lost = await open.page.$$eval('a[href^="#"]', (links) =>
    links.map((link) => link.getAttribute('href') ?? '').filter((href) => !document.getElementById(href.slice(1))),
  );
  expect(lost).toEqual([]);
});

test('each link out of it, and out of its JSON, leads to the web', async () => {
  await using open = await reader.openPage(html);
  const out = await open.page.$$eval('a:not([href^="#"])', (links) =>
    links.map((link) => link.getAttribute('href') ?? ''),
  );
  const { sources, datasets }: Audit = JSON.parse(json);
  const urls = [...sources, ...datasets.flatMap((dataset) => dataset.sources)].flatMap(({ url }) => url ?? []);
  expect(Math.min(out.length, urls.length)).toBeGreaterThan(0);
  expect([...out, ...urls].filter((url) => addressFault(url, 'web') !== undefined)).toEqual([]);
});

describe('what comes to stand in it by force', () => {
  /** Its title after all of it was read, and after the words with this id were clicked. */
  async function titleAfter(added: string, from = html): Promise<string> {
    await using open = await reader.openPage(
      from.replace('<main>', `<main>${added}`).replace(/<title>.*<\/title>/, '<title>as it was</title>'),
    );
    const { page } = open;
    expect(await page.$('#added'), added).not.toBeNull();
    await page.evaluate(() => document.getElementById('added')?.click());
    return await page.title();
  }

  test.each([
    '<button id="added" onclick="document.title = \'run\'">a</button>',
    '<script>document.title = "run"</script><i id="added"></i>',
    '<script src="data:text/javascript,document.title=1"></script><i id="added"></i>',
    '<svg onload="document.title = \'run\'"></svg><i id="added"></i>',
  ])('is not run: %s', async (added) => {
    expect(await titleAfter(added)).toBe('as it was');
  });

  test('is run under a policy that knows no script, so that the tests above can fail', async () => {
    const weak = html.replace(/script-src '[^']*'/, "script-src 'unsafe-inline'");
    expect(await titleAfter('<script>document.title = "run"</script><i id="added"></i>', weak)).toBe('run');
  });

  test('a link that is a script is not run when it is followed', async () => {
    const link = '<a id="added" href="javascript:document.title = \'run\'">a</a>';
    await using open = await reader.openPage(html.replace('<main>', `<main>${link}`));
    const { page } = open;
    const title = await page.title();
    const directive = await page.evaluate(
      () =>
        new Promise((resolve) => {
          document.addEventListener('securitypolicyviolation', (event) => resolve(event.effectiveDirective));
          document.getElementById('added')?.click();
        }),
    );
    expect({ directive, title: await page.title() }).toEqual({ directive: 'script-src-elem', title });
  });

  test('has no looks of its own, and sends nothing', async () => {
    const added =
      '<p id="added" style="color: rgb(1, 2, 3)">a</p><style>#added { color: rgb(1, 2, 3) }</style><base href="https://example.org/">';
    await using open = await reader.openPage(html.replace('<main>', `<main>${added}`));
    const { page } = open;
    const colour = await page.$eval('#added', (found) => getComputedStyle(found).color);
    expect(colour).not.toBe('rgb(1, 2, 3)');
    expect(await page.evaluate(() => document.baseURI)).toBe('https://audit.invalid/');
    expect(open.asked).toEqual([]);
  });
});

test('its policy knows one script and one style sheet, and nothing written in tags', () => {
  const [policy = ''] = /<meta http-equiv="Content-Security-Policy" content="[^"]*">/.exec(html) ?? [];
  expect(policy).not.toMatch(/unsafe/);
  expect(policy.match(/'sha256-[\w+/=]{44}'/g)).toHaveLength(2);
  expect(html).not.toMatch(/<[^>]*\s(?:on[a-z]+|style)=/);
});

describe('templates that put something else into a link', () => {
  let built: Built;
  beforeAll(async () => {
    await using project = await smallProject({
      'content/mali-small/edition.yaml': (text) => text.replace(/^title: .*$/m, 'title: "javascript:alert(document)"'),
      'templates/audit.hbs': (text) => text.replace('<main>', '<main><a href="{{edition}}">a</a>'),
      'templates/partials/contents.hbs': (text) => `${text}\n<p><a href="{{edition.title}}">a</a></p>`,
    });
    built = await buildAll(project.root);
  });

  test('are told, that of the audit and that of the factsheet, which the finished PDF has, and nothing else is', () => {
    const { ok, diagnostics } = built;
    expect({ ok, messages: diagnostics.map(({ rule, message }) => `${rule} ${message}`).toSorted() }).toEqual({
      ok: false,
      messages: [
        'link-target the PDF has a link to "javascript:alert(document)", which no reader should follow',
        'link-target the audit has a link to "javascript:alert(document)", which no reader should follow',
      ],
    });
  });
});
