import type { SerializedAXNode } from 'puppeteer';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { openPdf } from '../../../scripts/press/verify/pdfium.ts';
import { breakable, places, stateWith } from './fixture.ts';
import { drawOver, type Journey, rectOfWords, startJourney } from './journey.ts';

let journey: Journey;

beforeAll(async () => {
  journey = await startJourney();
});
afterAll(() => journey?.[Symbol.asyncDispose]());
beforeEach(async () => {
  await journey.page.setViewport({ width: 1440, height: 900 });
  await journey.start();
  await read();
});

/** Waits until the words of all pages are there. */
async function read(): Promise<void> {
  await journey.page.waitForFunction(() =>
    [...document.querySelectorAll('.page .text')].every((text) => text.querySelector('.line')),
  );
}

async function toSecondPage(): Promise<void> {
  await journey.page.keyboard.press('j');
  await journey.page.waitForFunction(() => location.hash.includes('page=2'));
}

const selected = () => journey.page.evaluate(() => String(getSelection()));

/** Selects the block that holds these words, and gives what would be copied. */
const copied = (words: string) =>
  journey.page.evaluate((wanted) => {
    const blocks = [...document.querySelectorAll('.text div')];
    const block = blocks.findLast((each) => each.textContent?.includes(wanted));
    getSelection()?.selectAllChildren(block ?? document.body);
    return String(getSelection());
  }, words);

test('words that one draws over are selected as they are printed, over the end of a line as a sentence', async () => {
  const { page } = journey;
  await toSecondPage();
  await drawOver(page, await rectOfWords(page, 1, '1,277 civilians'), await rectOfWords(page, 1, 'Table 1'));
  expect(await selected()).toBe('1,277 civilians were killed, against 584 the year before.3 See Figure 1, Table 1');
  // To select is not to press the paragraph.
  expect(await page.$eval('.card', (card) => card.matches(':popover-open'))).toBe(false);
});

test('a selection that is drawn beside its lines or into a margin ends with a line, and never jumps', async () => {
  const { page } = journey;
  await toSecondPage();
  const first = await rectOfWords(page, 1, '1,277 civilians');
  const line = await rectOfWords(page, 1, 'before.3 See');
  const sheet = await page.$eval('.page:nth-child(2)', (each) => {
    const { left } = each.getBoundingClientRect();
    return { left };
  });
  const middle = (line.top + line.bottom) / 2;
  await page.mouse.move(first.left + 1, middle);
  await page.mouse.down();
  await page.mouse.move(first.right, middle, { steps: 3 });
  const found = [];
  for (const [x, y] of [
    [line.right + 30, middle],
    [sheet.left + 30, middle],
    [sheet.left - 20, middle],
    [first.right, middle],
    [first.right, line.bottom + 90],
  ] as const) {
    await page.mouse.move(x, y, { steps: 12 });
    found.push(await selected());
  }
  await page.mouse.up();
  const whole = '1,277 civilians were killed, against 584 the year before.3 See';
  expect(found.slice(0, 4)).toEqual([whole, 'In 2022, ', 'In 2022, ', '1,277 civilians']);
  expect(found[4]).toMatch(/^1,277 civilians were killed/);
  expect(found[4]?.length).toBeLessThan(250);
  expect(await page.$$eval('.hold', (areas) => areas.length)).toBe(0);
});

test('what is copied of a page has its blocks in reading order, a line each, and cells apart', async () => {
  await toSecondPage();
  const text = await journey.page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelectorAll('.text')[1] as Node);
    return String(getSelection());
  });
  const lines = text.split('\n').map((line) => line.trim());
  expect(lines.slice(0, 3)).toEqual(['Contents', 'Summary 2', 'Assistance 2']);
  const parts = ['Summary', 'In 2022, 1,277', 'Figure 1', 'Source: APA News', 'Assistance', 'What there was'];
  const at = parts.map((part) => lines.findIndex((line, index) => index > 6 && line.startsWith(part)));
  expect(at).not.toContain(-1);
  expect(at).toEqual([...at].sort((one, other) => one - other));
  expect(await copied('A paragraph with a')).toBe('A paragraph with a link and one within, from Gao.');
});

test('words that a line’s end has broken are copied whole, with the hyphens that are their own', async () => {
  const { page, server } = journey;
  server.pdfs.set('mali/2', journey.prints.hyphenated);
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 4, at: 0 } }));
  await page.waitForFunction(() => document.querySelectorAll('.text')[1]?.textContent?.includes('northwestern'));
  const ends = await page.$$eval('.page:nth-child(2) .line', (lines) => lines.map(({ textContent }) => textContent));
  // Else this tests nothing.
  expect(ends.some((line) => line?.endsWith('establishmen') || line?.endsWith('antidis'))).toBe(true);
  expect(await copied('northwestern')).toBe(
    `${breakable.replaceAll('\u00ad', '')}A paragraph with a link and one within, from Gao.`,
  );
});

test('Arabic is copied in the order in which it is read, and is selected from the right', async () => {
  const { page, server } = journey;
  server.pdfs.set('mali/2', journey.prints.arabic);
  server.tell(stateWith({ language: 'ar', shown: { version: 2, finished: true, pages: 3, at: 0 } }));
  await page.waitForFunction(() => document.querySelectorAll('.text')[1]?.getAttribute('lang') === 'ar');
  await toSecondPage();
  expect(await page.$eval('.page:nth-child(2) .text', (text) => (text as HTMLElement).dir)).toBe('rtl');
  expect(await copied('Latin words')).toBe(
    'هذا نص بالعربية، فيه تأكيد وكلمات قوية ورابط وحاشية.2 وفيه كلمات Latin words بين الكلمات، وأرقام مثل 1,049 و2030.',
  );
  expect(await copied('كلمات تكفي')).toBe(
    'كلمات تكفي لكي تقف بجانبها كلمة، فالبركة مستديرة والقوارب من ورق والريح طيبة. كلمات تكفي لكي تقف بجانبها كلمة.',
  );
  const from = await rectOfWords(page, 1, 'هذا');
  const to = await rectOfWords(page, 1, 'فيه');
  expect(to.right).toBeLessThan(from.left);
  await drawOver(page, { ...from, left: from.right - 2 }, { ...to, right: to.left + 2 });
  expect((await selected()).trim()).toBe('هذا نص بالعربية، فيه');
});

test.each([
  ['50 %', '0.5'],
  ['100 %', '1'],
  ['300 %', '3'],
])('at %s each word lies over the word that pdfium finds in the PDF', async (_, zoom) => {
  const { page, server } = journey;
  await toSecondPage();
  await page.select('.zoom select', zoom);
  const paper = await page.$eval('.page:nth-child(2)', (sheet) => {
    const { left, top, width } = sheet.getBoundingClientRect();
    return { left, top, scale: width / 612 };
  });
  const off = [];
  const all = ['against 584', 'the year', 'Assistance.', 'What there was', 'within,'];
  const boxes = await boxesInPdf(server.pdfs.get('mali/1') ?? new Uint8Array(), all);
  for (const { words, box } of boxes) {
    const shown = await rectOfWords(page, 1, words);
    off.push({
      words,
      left: Math.abs((shown.left - paper.left) / paper.scale - box.left),
      right: Math.abs((shown.right - paper.left) / paper.scale - box.right),
      middle: Math.abs((shown.top + shown.bottom) / 2 / paper.scale - paper.top / paper.scale - box.middle),
    });
  }
  // In points: half a letter of text, and less than half of the room between lines.
  expect(off.filter(({ left, right, middle }) => left > 2 || right > 2.5 || middle > 4)).toEqual([]);
});

test('a click on words shows where they come from, a second one opens it', async () => {
  const { page, server, text } = journey;
  await toSecondPage();
  await page.waitForSelector('.box[data-index="2"]');
  const { left, right, top, bottom } = await rectOfWords(page, 1, 'Table 1');
  const at = [(left + right) / 2, (top + bottom) / 2] as const;
  await page.mouse.move(...at);
  expect(await page.evaluate((x, y) => document.elementFromPoint(x, y)?.closest('.text .line') !== null, ...at)).toBe(
    true,
  );
  expect(await page.$eval('.box[data-pointed]', (box) => (box as HTMLElement).dataset.index)).toBe('2');
  await page.mouse.click(...at);
  await text('.card', 'In 2020 the U.S. gave');
  await page.keyboard.press('Escape');
  await page.mouse.click(...at, { count: 2 });
  await page.waitForFunction(() => document.querySelector('[role=status]')?.textContent?.startsWith('Opened'));
  expect(server.opened).toEqual([{ file: 'content/mali/en/20-assistance.md', line: 3, column: 1 }]);
});

test('a new version keeps what is selected on a page that says what it said', async () => {
  const { page, server } = journey;
  await page.evaluate(() => {
    getSelection()?.selectAllChildren(document.querySelector('.text [role=heading]') as Node);
  });
  const before = await selected();
  expect(before).toContain('The Case of Mali');
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 4, at: 0 } }));
  await page.waitForFunction(() => document.querySelectorAll('.text')[1]?.textContent?.includes('Another paragraph'));
  expect(await selected()).toBe(before);
});

test('the words of an unfinished version are those of the one before, until it is finished', async () => {
  const { page, server, drawn } = journey;
  await toSecondPage();
  server.tell(stateWith({ shown: { version: 2, finished: false, pages: 4, at: 0 }, status: 'finishing' }));
  await drawn(2);
  expect(await page.$$eval('.text', (all) => all[1]?.textContent)).toContain('A paragraph');
  server.tell(stateWith({ shown: { version: 2, finished: true, pages: 4, at: 0 } }));
  await page.waitForFunction(() => document.querySelectorAll('.text')[1]?.textContent?.includes('Another paragraph'));
});

test('the words of pages that are far from the view are there for the browser’s own Find, which leads to them', async () => {
  const { page } = journey;
  const last = await page.$$eval('.page .text', (texts) => {
    const far = texts.at(-1);
    const line = far?.querySelector('.line');
    return {
      // What is skipped by content-visibility is found; what is hidden is not.
      skipped: line?.checkVisibility({ contentVisibilityAuto: true }) === false,
      there: line?.checkVisibility({ visibilityProperty: true }),
      words: far?.textContent,
    };
  });
  expect(last).toEqual({ skipped: true, there: true, words: expect.stringContaining('Datasets') });
  await page.$$eval('.page .text', (texts) => texts.at(-1)?.querySelector('.line')?.scrollIntoView());
  await page.waitForFunction(() => /page=[45]/.test(location.hash));
  await page.waitForFunction(
    () =>
      [...document.querySelectorAll<HTMLCanvasElement>('.page > .picture > canvas:first-child')].at(-1)?.dataset
        .version,
  );
});

test('who hears a page hears its words once, with headings, lists and pictures as what they are', async () => {
  const { page } = journey;
  await toSecondPage();
  await page.waitForSelector('.box[data-index="2"]');
  const heard = await hear(2);
  const named = (role: string) => heard.filter((node) => node.role === role).map(({ name }) => name);
  expect(named('heading')).toEqual(['Contents', 'Summary', 'Assistance', 'What there was']);
  expect(named('image')).toEqual([expect.stringMatching(/^Two bars: 584 civilians killed in 2021/)]);
  expect(named('listitem').length).toBeGreaterThan(5);
  const sources = places.boxes.filter((box) => box.page === 1).map(({ file, line }) => `${file}:${line}`);
  expect(named('button')).toEqual(sources.map((place) => expect.stringContaining(place)));
  expect(named('button').join()).not.toContain('In 2020 the U.S. gave');
  expect(named('StaticText').join('').split('against 584 the year before').length).toBe(2);
});

interface Heard {
  readonly role: string;
  readonly name: string;
}

/** What the browser tells programs that read aloud of a page, counted from 1, once it has told its words. */
async function hear(number: number): Promise<readonly Heard[]> {
  const root = await journey.page.waitForSelector(`.page:nth-child(${number})`);
  if (!root) throw new Error(`there is no page ${number}`);
  const nodes: Heard[] = [];
  const visit = (node: SerializedAXNode | null): void => {
    if (!node) return;
    nodes.push({ role: node.role, name: node.name ?? '' });
    for (const child of node.children ?? []) visit(child);
  };
  // The tree follows the page a moment later.
  await vi.waitFor(
    async () => {
      nodes.length = 0;
      visit(await journey.page.accessibility.snapshot({ root, interestingOnly: false }));
      expect(nodes.map(({ role }) => role)).toContain('StaticText');
    },
    { timeout: 60_000, interval: 100 },
  );
  return nodes;
}

/** Where pdfium has the characters of words on the second page, in points from its top left corner. */
async function boxesInPdf(pdf: Uint8Array, all: readonly string[]) {
  await using open = await openPdf(pdf);
  const { pdfium, document } = open;
  const loaded = pdfium.FPDF_LoadPage(document, 1);
  const textPage = pdfium.FPDFText_LoadPage(loaded);
  const count = pdfium.FPDFText_CountChars(textPage);
  const text = Array.from({ length: count }, (_, at) =>
    String.fromCodePoint(pdfium.FPDFText_GetUnicode(textPage, at)),
  ).join('');
  const found = all.map((words) => {
    // Words of the contents stand before those of the text.
    const start = text.lastIndexOf(words);
    const boxes = Array.from(words, (_, at) =>
      open.floats((room) => pdfium.FPDFText_GetLooseCharBox(textPage, start + at, room)),
    ).filter((box) => box !== undefined);
    const [, top = 0, , bottom = 0] = boxes[0] ?? [];
    const box = {
      left: Math.min(...boxes.map(([left]) => left)),
      right: Math.max(...boxes.map(([, , right]) => right)),
      middle: 792 - (top + bottom) / 2,
    };
    return { words, box };
  });
  pdfium.FPDFText_ClosePage(textPage);
  pdfium.FPDF_ClosePage(loaded);
  return found;
}
