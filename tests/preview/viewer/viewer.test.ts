import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { decodePng } from '../../../scripts/pictures/picture.ts';
import { treated } from '../../../scripts/pictures/treatments.ts';
import { edition, looseLine, places, stateWith, unknownFact } from './fixture.ts';
import { type Journey, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey?.[Symbol.asyncDispose]());
beforeEach(() => journey.start());

const value = (selector: string) => journey.page.$eval(selector, (input) => (input as HTMLInputElement).value);
const scrollTop = () => journey.page.$eval('.scroller', (scroller) => scroller.scrollTop);
const pageWidth = () => journey.page.$eval('.page', (page) => page.getBoundingClientRect().width);
/** The ink of a canvas: how many of its pixels are not white. */
const ink = (page: number) =>
  journey.page.evaluate((index) => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>('.page canvas:first-child')[index];
    const copy = document.createElement('canvas');
    copy.width = canvas?.width ?? 0;
    copy.height = canvas?.height ?? 0;
    const context = copy.getContext('2d');
    if (!canvas || !context || copy.width === 0) return 0;
    context.drawImage(canvas, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer).filter(
      (pixel) => pixel !== 0xffffffff,
    ).length;
  }, page);

test('it opens on the first edition, draws its pages and their thumbnails, and names it in the address', async () => {
  const { page } = journey;
  expect(await page.$eval('h1', (head) => head.textContent)).toBe('Mali');
  expect(await ink(0)).toBeGreaterThan(1_000);
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

test('a new version takes the place of the old one where somebody reads, keeps the focus, and marks what it changed', async () => {
  const { page, server, drawn } = journey;
  await page.waitForFunction(() => document.querySelectorAll('.thumbnails canvas[data-version]').length > 2);
  await page.$eval('.scroller', (scroller) => scroller.scrollTo(0, 1_234));
  await page.waitForFunction(() => location.hash.includes('page=2'));
  await drawn(1);
  await page.focus('.thumbnails li:nth-child(2) button');
  await page.evaluate(() => {
    // Each moment in which a page in view has no picture is a flash.
    const seen = { blank: 0 };
    const look = () => {
      const canvas = document.querySelectorAll<HTMLCanvasElement>('.page canvas:first-child')[1];
      if (!canvas || canvas.width === 0) seen.blank += 1;
      requestAnimationFrame(look);
    };
    look();
    Object.assign(globalThis, { seen });
  });
  const before = await ink(1);
  server.tell(stateWith({ shown: { version: 2, finished: false, pages: 5, at: 0 }, status: 'finishing' }));
  await drawn(2);
  const marked = await page.waitForFunction(() => {
    const changed = [...document.querySelectorAll('.page[data-changed]')];
    return changed.length > 0 && changed.map((sheet) => sheet.getAttribute('aria-label'));
  });
  expect(await marked.jsonValue()).toEqual(['Page 2 of Mali']);
  expect(await ink(1)).not.toBe(before);
  expect(await scrollTop()).toBe(1_234);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Page 2/);
  expect(await page.evaluate('globalThis.seen.blank')).toBe(0);
  await page.waitForFunction(() => !document.querySelector('.page[data-changed]'));
});

test('pages that a version did not change keep the very picture that they have', async () => {
  const { page, server } = journey;
  await page.evaluate(() => {
    const canvas = document.querySelector('.page canvas');
    const changes: string[] = [];
    new MutationObserver((records) => changes.push(...records.map(({ attributeName }) => attributeName ?? ''))).observe(
      canvas as Node,
      { attributes: true },
    );
    Object.assign(globalThis, { changes });
  });
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 5, at: 0 } }));
  await page.waitForFunction(() => document.querySelector('[data-changed]'));
  expect(await page.evaluate('globalThis.changes')).toEqual([]);
});

test('a broken save keeps the last good pages, says when they were printed, and leads to the line', async () => {
  const { page, server, text } = journey;
  server.tell(stateWith({ status: 'broken', diagnostics: [looseLine, unknownFact] }));
  await text('.notice-error', 'The last save has 1 error. These are the last good pages, from');
  await text('.notice-error', 'unknown fact "humanitarian-2002"');
  expect(await ink(0)).toBeGreaterThan(1_000);
  await text('.editions [data-status=broken]', '1 error, 1 warning');
  await text('[role=status]', 'Mali is broken: 1 error, 1 warning.');
  await page.click('.notice-error .place');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Opened'));
  expect(server.opened).toEqual([{ file: 'content/mali/en/20-assistance.md', line: 14, column: 31 }]);
  server.tell(stateWith({ shown: { version: 3, finished: true, pages: 5, at: 0 } }));
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.notice-error')?.hidden);
});

test('the panel of problems lists errors before warnings, with cure, place and the page of the rule', async () => {
  const { page, server, text } = journey;
  server.tell(stateWith({ status: 'broken', diagnostics: [looseLine, unknownFact] }));
  await text('.notice-error', 'All problems');
  await page.click('.notice-error .text-button');
  await text('.problems', 'Mali: 1 error, 1 warning');
  const messages = await page.$$eval('.problem .message', (all) => all.map((each) => each.textContent));
  expect(messages).toEqual([`error: ${unknownFact.message}`, `warning: ${looseLine.message}`]);
  await text('.problem .cure', 'did you mean "humanitarian-2020"?');
  expect(await page.$eval('.problem a.rule', (link) => [link.getAttribute('href'), link.target, link.rel])).toEqual([
    'help/fact-unknown',
    '_blank',
    'noopener',
  ]);
  await page.click('.problem[data-severity=warning] .place');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.includes('30-harm.md:5'));
  expect(server.opened).toEqual([{ file: 'content/mali/en/30-harm.md', line: 5, column: 1 }]);
});

test('an edition without any good pages says so', async () => {
  const { server, load, text } = journey;
  const { shown: _, ...never } = stateWith().editions[0] ?? {};
  server.tell({ ...stateWith(), editions: [{ ...never, status: 'broken', diagnostics: [unknownFact] } as never] });
  await load();
  await text('.empty', 'There are no pages yet.');
  await text('.notice-error', 'The last save has 1 error.');
});

test('a server that is gone is told of, and its pages go on when it answers again', async () => {
  const { page, server, drawn, text } = journey;
  await server.stop();
  await text('.notices', 'The preview’s server does not answer.');
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 5, at: 0 } }));
  await server.goOn();
  await page.waitForFunction(
    () =>
      !document.querySelector('.notices')?.textContent?.includes('no') ||
      [...document.querySelectorAll<HTMLElement>('.notice')].every(({ hidden }) => hidden),
  );
  await text('[role=status]', 'answers again');
  await page.keyboard.press('j');
  await drawn(2);
});

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
    'Heading: Harm. content/mali/en/30-harm.md:1',
  );
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

test('the key for boxes leads to those of the page that is read', async () => {
  const { page } = journey;
  await page.waitForSelector('.box');
  await page.keyboard.press('End');
  await page.keyboard.press('k');
  await page.waitForFunction(() => location.hash.includes('page=3'));
  await page.keyboard.press('e');
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain('Heading: Harm.');
});

test('until there are pages, the zoom is that of a page of US Letter', async () => {
  const { page, server, load, text } = journey;
  const { shown: _, ...none } = edition('mali', { status: 'compiling' });
  server.tell({ editions: [none], shared: [] });
  await load();
  await text('.empty', 'The first pages are being made');
  expect(await page.$eval('.zoom option', (current) => current.textContent)).toMatch(/^1\d\d% · width$/);
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
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 5, at: 0 } }));
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
