import { chmod, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { previewCommand } from '../../scripts/preview/preview-command.ts';
import { type SmallProject, smallProject } from '../small-project.ts';
import { type OpenViewer, openViewer } from './viewer/journey.ts';

const summary = 'content/mali-small/en/10-summary.md';

let project: SmallProject;
let viewer: OpenViewer;
let code: Promise<0 | 2>;
let called: string;
const end = Promise.withResolvers<void>();

beforeAll(async () => {
  project = await smallProject();
  called = join(project.root, 'called.txt');
  const editor = join(project.root, 'code');
  await writeFile(editor, `#!/bin/sh\nprintf '%s\\n' "$@" > '${called}'\n`);
  await chmod(editor, 0o755);
  const address = Promise.withResolvers<string>();
  code = previewCommand(['--no-open', '--editor', editor], {
    root: project.root,
    environment: {},
    end: end.promise,
    out: { write: (text: string) => address.resolve(/http\S+/.exec(text)?.[0] ?? '') },
    err: { write: () => true },
  });
  viewer = await openViewer(await address.promise);
});
afterAll(async () => {
  await viewer?.[Symbol.asyncDispose]();
  end.resolve();
  expect(await code).toBe(0);
  await project[Symbol.asyncDispose]();
});

/** Waits until the page says that the edition has this status. */
async function untilStatus(status: string): Promise<void> {
  await viewer.page.waitForFunction(
    (wanted) => document.querySelector('.editions li')?.textContent?.includes(wanted) ?? false,
    {},
    status,
  );
}

/** Waits for the box of a paragraph that begins so, and gives its selector. */
async function boxOf(words: string): Promise<string> {
  const selector = `.box[data-kind=paragraph][aria-description^="${words}"]`;
  await viewer.page.waitForSelector(selector);
  return selector;
}

async function save(change: (text: string) => string): Promise<void> {
  const file = join(project.root, summary);
  await writeFile(file, change(await readFile(file, 'utf8')));
}

const scrollTop = () => viewer.page.$eval('.scroller', (scroller) => scroller.scrollTop);

test('the pages are drawn, and no rule of the page is broken', async () => {
  await untilStatus('ready');
  await viewer.page.waitForFunction(
    () => Number(document.querySelector<HTMLCanvasElement>('.page canvas')?.dataset.version) > 0,
  );
  expect(await viewer.page.$eval('h1', (head) => head.textContent)).toContain('The Case of Mali');
  expect(viewer.faults).toEqual([]);
});

test('a save changes the pages where they are', async () => {
  await viewer.page.$eval('.scroller', (scroller) => scroller.scrollTo(0, 700));
  const before = await scrollTop();
  await save((text) => text.replace('In 2022,', 'In the year 2022,'));
  await boxOf('In the year 2022, 1,277 civilians');
  await viewer.page.waitForFunction(() =>
    [...document.querySelectorAll('.text')].some((text) =>
      text.textContent?.includes('In the year 2022, 1,277 civilians'),
    ),
  );
  expect(await scrollTop()).toBe(before);
});

test('a broken save says so over the last good pages, and a mended one takes that away', async () => {
  await save((text) => text.replace('[@apa-2023].', '[@nobody].'));
  await viewer.page.waitForFunction(() =>
    document.querySelector<HTMLElement>('.notice-error:not([hidden])')?.innerText.includes('10-summary.md:3'),
  );
  await boxOf('In the year 2022, 1,277 civilians');
  await save((text) => text.replace('[@nobody].', '[@apa-2023].'));
  await untilStatus('ready');
  await viewer.page.waitForSelector('.notice-error[hidden]');
});

test('a press on a paragraph opens the editor at its line', async () => {
  const paragraph = await boxOf('In the year 2022, 1,277 civilians');
  await viewer.page.$eval(paragraph, (box) => (box as HTMLElement).click());
  const answered = viewer.page.waitForResponse((response) => response.url().endsWith('/open'));
  await viewer.page.waitForSelector('.card:popover-open button');
  await viewer.page.$eval('.card button', (button) => button.click());
  expect((await answered).status()).toBe(204);
  expect(await readFile(called, 'utf8')).toBe(`-g\n${join(project.root, summary)}:3:1\n`);
  expect(viewer.faults).toEqual([]);
});
