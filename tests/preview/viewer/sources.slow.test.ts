import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decodePng, treated } from '../../../scripts/tools/pictures/picture.ts';
import { places, stateWith } from './fixture.ts';
import { type Journey, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey?.[Symbol.asyncDispose]());
beforeEach(() => journey.start());

test('a click on a paragraph shows its place and opens the editor at its line', async () => {
  const { page, server, text } = journey;
  await page.keyboard.press('j');
  await page.waitForSelector('.box[data-index="2"]');
  await page.click('.box[data-index="2"]');
  await text('.card', 'In 2020 the U.S. gave');
  await text('.card', 'content/mali/en/20-assistance.md:3');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Opened'));
  expect(server.opened).toEqual([{ file: 'content/mali/en/20-assistance.md', line: 3, column: 1 }]);
  await page.keyboard.press('Escape');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('data-index'))).toBe('2');
  expect(await page.$eval('.card', (card) => card.matches(':popover-open'))).toBe(false);
});

test('arrows lead from box to box, over the end of a page, and Enter shows the place', async () => {
  const { page, text } = journey;
  await page.waitForSelector('.box');
  await page.keyboard.press('e');
  for (let step = 0; step < 4; step += 1) await page.keyboard.press('ArrowDown');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Heading, content/mali/en/30-harm.md:1',
  );
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-description'))).toBe('Harm');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await text('.card', /Chart\s+aid-2020/);
  expect(await page.$$eval('.box[tabindex="0"]', (boxes) => boxes.length)).toBe(1);
});

test('an editor that does not open is told of in the card, with the place to copy', async () => {
  const { page, server, text } = journey;
  server.refusal = 'There is no editor: set EDITOR.';
  await page.waitForSelector('.box');
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await text('.card', 'Heading');
  await page.keyboard.press('Enter');
  await text('.card .fault', 'There is no editor: set EDITOR.');
  await text('.card', 'Copy');
});

test('the designer sees grid, margins and boxes, and the pages without colour', async () => {
  const { page, text } = journey;
  await page.keyboard.press('l');
  await text('.look', /Baseline grid\s+14 pt/);
  await text('.look', '66 · 62 · 62 · 68 pt');
  await page.click('.look label:nth-of-type(1) input');
  await page.keyboard.press('m');
  await page.waitForSelector('.overlay .baseline');
  expect(await page.$eval('.overlay .margins', (path) => path.getAttribute('d'))).toContain('M0 66H612');
  await page.keyboard.press('x');
  expect(await page.$eval('.scroller', ({ classList }) => classList.contains('with-boxes'))).toBe(true);
  await page.click('.look input[name=vision]:nth-of-type(1)');
  await page.$$eval('.look input[name=vision]', (ways) => (ways[1] as HTMLInputElement).click());
  expect(await page.$eval('.picture', (picture) => getComputedStyle(picture).filter)).toContain('vision-grey');
});

test('tokens show their colours and lead to their line', async () => {
  const { page, server, text } = journey;
  await page.keyboard.press('t');
  await text('.tokens', '#1d1d1b');
  expect(await page.$eval('.sample-colour', (sample) => getComputedStyle(sample).backgroundColor)).toBe(
    'rgb(29, 29, 27)',
  );
  await page.$$eval('.token', (all) => (all.at(-1) as HTMLButtonElement).click());
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Opened'));
  expect(server.opened).toEqual([{ file: 'styles/tokens.yaml', line: 70, column: 1 }]);
});

test('the key for boxes leads to those of the page that is read', async () => {
  const { page } = journey;
  await page.waitForSelector('.box');
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  await page.waitForFunction(() => location.hash.includes('page=3'));
  await page.keyboard.press('e');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-description'))).toBe('Harm');
});

test('a double click on a chart opens its file at once', async () => {
  const { page, server } = journey;
  await page.keyboard.press('j');
  await page.waitForSelector('.box[data-index="3"]');
  await page.click('.box[data-index="3"]', { count: 2 });
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Opened'));
  expect(server.opened).toEqual([{ file: 'content/mali/charts/aid-2020.yaml', line: 1, column: 1 }]);
});

test('a card that is open follows its box into a new version, and keeps the focus', async () => {
  const { page, server, text } = journey;
  await page.waitForSelector('.box');
  await page.keyboard.press('e');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await text('.card', 'content/mali/en/20-assistance.md:3');
  const moved = places.boxes.map((box) => ({ ...box, line: box.line + 6 }));
  server.places.set('mali/2', { ...places, boxes: [...moved].reverse() });
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 4, at: 0 } }));
  await text('.card', 'content/mali/en/20-assistance.md:9');
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Open in editor');
  await page.keyboard.press('Enter');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Opened'));
  expect(server.opened).toEqual([{ file: 'content/mali/en/20-assistance.md', line: 9, column: 1 }]);
});

test('the place of a box is copied where the browser allows it', async () => {
  const { page, server, text } = journey;
  await page.browserContext().overridePermissions(new URL(server.address).origin, ['clipboard-sanitized-write']);
  await page.waitForSelector('.box');
  await page.keyboard.press('e');
  await page.keyboard.press('Enter');
  await text('.card', 'Copy');
  await page.click('.card .actions button:nth-child(2)');
  await text('[role=status]', 'Copied content/mali/edition.yaml:3.');
});

test('the page shows pages in grey and to the colour-blind just as the pictures of the docs are treated', async () => {
  const { page } = journey;
  const clip = { x: 400, y: 100, width: 600, height: 500 };
  const picture = async () => decodePng(await page.screenshot({ clip, captureBeyondViewport: false }));
  const plain = await picture();
  for (const treatment of ['grey', 'deuteranopia'] as const) {
    while ((await page.$eval('.scroller', (scroller) => (scroller as HTMLElement).dataset.vision)) !== treatment) {
      await page.keyboard.press('v');
    }
    const shown = await picture();
    const expected = treated(plain, treatment);
    const furthest = shown.pixels.reduce(
      (most, level, at) => Math.max(most, Math.abs(level - (expected.pixels[at] ?? 0))),
      0,
    );
    expect(furthest).toBeLessThanOrEqual(3);
    expect(Buffer.compare(Buffer.from(shown.pixels), Buffer.from(plain.pixels))).not.toBe(0);
  }
});
