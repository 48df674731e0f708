import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { stateWith } from './fixture.ts';
import { inkOf, type Journey, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey?.[Symbol.asyncDispose]());
beforeEach(() => journey.start());

const value = (selector: string) => journey.page.$eval(selector, (input) => (input as HTMLInputElement).value);
const scrollTop = () => journey.page.$eval('.scroller', (scroller) => scroller.scrollTop);
const pageWidth = () => journey.page.$eval('.page', (page) => page.getBoundingClientRect().width);

test('it opens on the first edition, draws its pages and their thumbnails, and names it in the address', async () => {
  const { page } = journey;
  expect(await page.$eval('h1', (head) => head.textContent)).toBe('Mali');
  expect(await inkOf(journey.page, 0)).toBeGreaterThan(1_000);
  await page.waitForFunction(() => {
    const thumbnails = [...document.querySelectorAll<HTMLCanvasElement>('.thumbnails canvas')];
    return thumbnails.length > 2 && thumbnails.every(({ dataset }) => dataset.version === '1');
  });
  expect(await page.evaluate(() => location.hash)).toContain('edition=mali&page=1&zoom=width');
  expect(journey.faults).toEqual([]);
});

test('a press on another edition shows it, and the first is as it was left when it is shown again', async () => {
  const { page, drawn, text } = journey;
  await page.$eval('.scroller', (scroller) => scroller.scrollTo(0, 1_777));
  await page.waitForFunction(() => location.hash.includes('page=2'));
  const left = await scrollTop();
  await page.click('.editions li:nth-child(2) button');
  await text('h1', 'Fictonia');
  await drawn(1);
  expect(await page.evaluate(() => location.hash)).toContain('edition=fictonia');
  await page.keyboard.press('[');
  await text('h1', 'Mali');
  expect(await scrollTop()).toBe(left);
});

test('the address says what is shown first', async () => {
  await journey.start(stateWith(), '#edition=fictonia&page=2&zoom=50&panel=look');
  expect(await journey.page.$eval('h1', (head) => head.textContent)).toBe('Fictonia');
  expect(await value('#page-number')).toBe('2');
  expect(await pageWidth()).toBe(408);
  expect(await journey.page.$eval('.panel h2', (head) => head.textContent)).toBe('Look');
});

test('keys and the menu zoom, and the page that is read stays', async () => {
  const { page } = journey;
  await page.keyboard.press('End');
  await page.waitForFunction(() => location.hash.includes('page=4'));
  await page.keyboard.press('1');
  expect(await pageWidth()).toBe(816);
  await page.keyboard.press('+');
  expect(await pageWidth()).toBe(898);
  await page.keyboard.press('-');
  await page.keyboard.press('-');
  expect(await pageWidth()).toBe(734);
  await page.select('.zoom select', '2');
  expect(await pageWidth()).toBe(1632);
  await page.keyboard.press('Escape');
  await page.$eval('.zoom select', (menu) => menu.blur());
  await page.keyboard.press('0');
  expect(await pageWidth()).toBeGreaterThan(1_000);
  expect(await value('#page-number')).toBe('4');
  const isInView = await page.$eval('.page:nth-child(4)', (sheet) => {
    const { top, bottom } = sheet.getBoundingClientRect();
    return top < innerHeight && bottom > 100;
  });
  expect(isInView).toBe(true);
});

test('the wheel zooms with Ctrl, around the pointer', async () => {
  const { page } = journey;
  await page.keyboard.press('1');
  const pointer = { x: 700, y: 500 };
  const under = () =>
    page.evaluate(({ x, y }) => {
      const { left, top, width } = document.querySelector('.page')?.getBoundingClientRect() ?? new DOMRect();
      return [(x - left) / width, (y - top) / width];
    }, pointer);
  const [across = 0, down = 0] = await under();
  await page.mouse.move(pointer.x, pointer.y);
  await page.keyboard.down('Control');
  for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel({ deltaY: -120 });
  await page.keyboard.up('Control');
  await page.waitForFunction(() => (document.querySelector('.page')?.getBoundingClientRect().width ?? 0) > 1_300);
  const after = await under();
  expect(after[1]).toBeCloseTo(down, 1);
  expect(after[0]).toBeCloseTo(across, 1);
});

test('a zoom that makes the picture of a page too large draws the part in view sharply', async () => {
  const { page } = journey;
  await page.select('.zoom select', '8');
  await page.waitForFunction(() => {
    const detail = document.querySelector<HTMLCanvasElement>('.detail[data-version]');
    return detail && detail.width >= detail.getBoundingClientRect().width && detail.width < 2_000;
  });
});

test('pages stand singly, as spreads or in a grid', async () => {
  const { page } = journey;
  const tops = () => page.$$eval('.page', (pages) => pages.map((each) => each.getBoundingClientRect().top));
  await page.click('.segments button:nth-child(2)');
  const spread = await tops();
  expect(spread[1]).toBe(spread[2]);
  expect(spread[0]).toBeLessThan(spread[1] ?? 0);
  await page.keyboard.press('a');
  await page.keyboard.press('9');
  const stage = await page.$eval('.scroller', (scroller) => [scroller.scrollHeight, scroller.clientHeight]);
  expect(stage[0]).toBe(stage[1]);
  expect(await page.evaluate(() => location.hash)).toContain('pages=grid');
});

test('the outline leads to its headings, and a number to its page', async () => {
  const { page, text } = journey;
  await page.keyboard.press('o');
  await text('.outline', 'Harm');
  await page.click('.outline li:nth-child(2) button');
  await page.waitForFunction(() => location.hash.includes('page=3'));
  const { y, scale } = await page.$eval('.page:nth-child(3)', (sheet) => {
    const { top, width } = sheet.getBoundingClientRect();
    const stage = document.querySelector('.scroller')?.getBoundingClientRect().top ?? 0;
    return { y: top - stage, scale: width / 612 };
  });
  expect(y + 300 * scale).toBeCloseTo(16, -1);
  await page.keyboard.press('g');
  await page.keyboard.type('4\n');
  await page.waitForFunction(() => location.hash.includes('page=4'));
});

test('a question mark lists the shortcuts, and single letters can be switched off', async () => {
  const { page, text } = journey;
  await page.keyboard.press('?');
  await text('dialog', 'Next page');
  await page.$eval('dialog input', (input) => (input as HTMLInputElement).click());
  await page.keyboard.press('Escape');
  await page.waitForFunction(() => !document.querySelector('dialog')?.open);
  await page.keyboard.press('t');
  expect(await page.$eval('.panel', (panel) => (panel as HTMLElement).hidden)).toBe(true);
  await page.keyboard.press('End');
  await page.waitForFunction(() => location.hash.includes('page=4'));
});

test('the outline marks the heading under which somebody reads', async () => {
  const { page, text } = journey;
  await page.keyboard.press('o');
  await text('.outline', 'Harm');
  const marked = () => page.$eval('.outline [aria-current=location] .title', (title) => title.textContent);
  await page.click('.outline li:nth-child(2) button');
  expect(await marked()).toBe('Harm');
  await page.$eval('.scroller', (scroller) => scroller.scrollBy(0, -500));
  await page.waitForFunction(
    () => document.querySelector('.outline [aria-current=location] .title')?.textContent === 'Assistance',
  );
});

test('the keys that scroll do so before anything has the focus', async () => {
  const { page } = journey;
  await page.keyboard.press('PageDown');
  await page.waitForFunction(() => (document.querySelector('.scroller')?.scrollTop ?? 0) > 100);
});

test.each([16, 1_777])('a panel that is opened and closed again leaves the pages where they were (%s)', async (top) => {
  const { page } = journey;
  await page.$eval('.scroller', (scroller, to) => scroller.scrollTo(0, to), top);
  const before = await pageWidth();
  const width = (wanted: 'less' | 'as before') =>
    page.waitForFunction(
      (was, relation) => {
        const now = document.querySelector('.page')?.getBoundingClientRect().width ?? was;
        return relation === 'less' ? now < was : now === was;
      },
      {},
      before,
      wanted,
    );
  await page.keyboard.press('l');
  await width('less');
  await page.keyboard.press('l');
  await width('as before');
  expect(Math.abs((await scrollTop()) - top)).toBeLessThanOrEqual(2);
});
