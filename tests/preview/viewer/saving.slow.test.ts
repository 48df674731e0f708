import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { edition, looseLine, stateWith, unknownFact } from './fixture.ts';
import { inkOf, type Journey, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey?.[Symbol.asyncDispose]());
beforeEach(() => journey.start());

const scrollTop = () => journey.page.$eval('.scroller', (scroller) => scroller.scrollTop);

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
  const before = await inkOf(journey.page, 1);
  server.tell(stateWith({ shown: { version: 2, finished: false, pages: 4, at: 0 }, status: 'finishing' }));
  await drawn(2);
  const marked = await page.waitForFunction(() => {
    const changed = [...document.querySelectorAll('.page[data-changed]')];
    return changed.length > 0 && changed.map((sheet) => sheet.getAttribute('aria-label'));
  });
  expect(await marked.jsonValue()).toEqual(['Page 2 of Mali']);
  expect(await inkOf(journey.page, 1)).not.toBe(before);
  expect(await scrollTop()).toBe(1_234);
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toMatch(/^Page 2/);
  expect(await page.evaluate('globalThis.seen.blank')).toBe(0);
  await page.waitForFunction(() => !document.querySelector('.page[data-changed]'));
});

test('pages that a version did not change keep the very picture that they have', async () => {
  const { page, server } = journey;
  // A page that nobody has seen yet is not marked as changed.
  await page.waitForFunction(() => document.querySelectorAll('.page canvas[data-version]').length > 1);
  await page.evaluate(() => {
    const canvas = document.querySelector('.page canvas');
    const changes: string[] = [];
    new MutationObserver((records) => changes.push(...records.map(({ attributeName }) => attributeName ?? ''))).observe(
      canvas as Node,
      { attributes: true },
    );
    Object.assign(globalThis, { changes });
  });
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 4, at: 0 } }));
  await page.waitForFunction(() => document.querySelector('[data-changed]'));
  expect(await page.evaluate('globalThis.changes')).toEqual([]);
});

test('a broken save keeps the last good pages, says when they were printed, and leads to the line', async () => {
  const { page, server, text } = journey;
  server.tell(stateWith({ status: 'broken', diagnostics: [looseLine, unknownFact] }));
  await text('.notice-error', 'The last save has 1 error. These are the last good pages, from');
  await text('.notice-error', 'unknown fact "humanitarian-2002"');
  await text('.notice-error .cure', 'did you mean "humanitarian-2020"?');
  expect(await inkOf(journey.page, 0)).toBeGreaterThan(1_000);
  await text('.editions [data-status=broken]', '1 error, 1 warning');
  await text('[role=status]', 'Mali is broken: 1 error, 1 warning.');
  await page.click('.notice-error .place');
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Opened'));
  expect(server.opened).toEqual([{ file: 'content/mali/en/20-assistance.md', line: 14, column: 31 }]);
  server.tell(stateWith({ shown: { version: 3, finished: true, pages: 4, at: 0 } }));
  await page.waitForFunction(() => document.querySelector<HTMLElement>('.notice-error')?.hidden);
});

test('where a file of all editions is broken, each says so, and none says that it has no problems', async () => {
  const { server, text } = journey;
  server.tell(stateWith({ status: 'broken', diagnostics: [] }, [unknownFact]));
  await text('.editions [data-status=broken]', '1 error in shared files');
  await text('[role=status]', 'Mali is broken: 1 error in shared files.');
  await text('.notice-error .cure', 'did you mean "humanitarian-2020"?');
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
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 4, at: 0 } }));
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

test('until there are pages, the zoom is that of a page of US Letter', async () => {
  const { page, server, load, text } = journey;
  const { shown: _, ...none } = edition('mali', { status: 'compiling' });
  server.tell({ editions: [none], shared: [] });
  await load();
  await text('.empty', 'The first pages are being made');
  expect(await page.$eval('.zoom option', (current) => current.textContent)).toMatch(/^1\d\d% · width$/);
});
