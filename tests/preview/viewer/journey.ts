import type { Page } from 'puppeteer';
import { findBrowser } from '../../../scripts/press/print/find-browser.ts';
import { startFound } from '../../../scripts/press/print/start-found.ts';
import type { PreviewState } from '../../../scripts/preview/protocol.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { places, stateWith, tokens } from './fixture.ts';
import { type Prints, readPrints } from './prints.ts';

/** The page with a server that says what a test wants, and what somebody who waits for it looks for. */
export interface Journey extends AsyncDisposable {
  readonly server: FakeServer;
  readonly page: Page;
  readonly faults: readonly string[];
  readonly prints: Prints;
  /** Loads the page anew in a state, with all fixtures as they were, and waits until its first pages are drawn. */
  start(state?: PreviewState, fragment?: string): Promise<void>;
  /** Loads the page anew, whatever comes. */
  load(fragment?: string): Promise<void>;
  /** Waits for every page in view to show a version, or an older one where nothing changed. */
  drawn(version: number): Promise<void>;
  /** Waits until the text of a selector has this in it. */
  text(selector: string, wanted: string | RegExp): Promise<void>;
}

/** Opens the page in a browser of its own, at a server that says nothing yet. */
export async function startJourney(): Promise<Journey> {
  const prints = await readPrints();
  const server = await startFakeServer(stateWith());
  const viewer = await openViewer('about:blank');
  const { page, faults } = viewer;

  const load = async (fragment = '') => {
    await page.goto('about:blank');
    await page.goto(server.address + fragment, { waitUntil: 'load' });
  };
  const drawn = async (version: number) => {
    await page.waitForFunction(
      (wanted) => {
        const stage = document.querySelector('.scroller')?.getBoundingClientRect();
        const inView = [...document.querySelectorAll('.page')].filter((sheet) => {
          const { top, bottom } = sheet.getBoundingClientRect();
          return stage && bottom > stage.top && top < stage.bottom;
        });
        const versions = inView.map((sheet) => sheet.querySelector('canvas')?.dataset.version);
        return versions.every((shown) => Number(shown) <= wanted) && versions.includes(String(wanted));
      },
      {},
      version,
    );
  };
  return {
    server,
    page,
    faults,
    prints,
    load,
    drawn,
    async start(state = stateWith(), fragment = '') {
      fill(server, prints);
      server.tell(state);
      await load(fragment);
      await drawn(1);
    },
    async text(selector, wanted) {
      await page.waitForFunction(
        (of, pattern) => new RegExp(pattern).test(document.querySelector<HTMLElement>(of)?.innerText ?? ''),
        {},
        selector,
        typeof wanted === 'string' ? RegExp.escape(wanted) : wanted.source,
      );
    },
    async [Symbol.asyncDispose]() {
      await viewer[Symbol.asyncDispose]();
      await server[Symbol.asyncDispose]();
    },
  };
}

function fill(server: FakeServer, { mali, changed, fictonia }: Prints): void {
  const pdfs = { 'mali/1': mali, 'mali/2': changed, 'mali/3': mali, 'fictonia/1': fictonia };
  for (const [key, pdf] of Object.entries(pdfs)) {
    server.pdfs.set(key, pdf);
    server.places.set(key, places);
  }
  server.opened.length = 0;
  server.refusal = undefined;
  server.tokens = tokens;
}

/** The preview's page in the press's own browser. */
export interface OpenViewer extends AsyncDisposable {
  readonly page: Page;
  /** What its console said that is not well: errors, and what its policy refused. */
  readonly faults: readonly string[];
}

/** Starts the browser of the press, and loads an address in it. */
export async function openViewer(address: string, size = { width: 1440, height: 900 }): Promise<OpenViewer> {
  const { start } = await startFound(await findBrowser(), 60_000, undefined, 'loopback');
  if (start.kind === 'failed') throw new Error(`the browser did not start: ${start.reason}`);
  const { running } = start;
  const page = await running.browser.newPage();
  await page.setViewport(size);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(String(error)));
  await page.goto(address, { waitUntil: 'load' });
  return { page, faults, [Symbol.asyncDispose]: () => running[Symbol.asyncDispose]() };
}

/** How many pixels of a page's picture are not white; 0 where there is no picture. Pages count from 0. */
export function inkOf(page: Page, index: number): Promise<number> {
  return page.evaluate((at) => {
    const canvas = document.querySelectorAll<HTMLCanvasElement>('.page canvas:first-child')[at];
    const copy = document.createElement('canvas');
    copy.width = canvas?.width ?? 0;
    copy.height = canvas?.height ?? 0;
    const context = copy.getContext('2d');
    if (!canvas || !context || copy.width === 0) return 0;
    context.drawImage(canvas, 0, 0);
    return new Uint32Array(context.getImageData(0, 0, copy.width, copy.height).data.buffer).filter(
      (pixel) => pixel !== 0xffffffff,
    ).length;
  }, index);
}

/** Where words stand that a page has on one line, in CSS pixels of the window. */
interface WordsRect {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Finds words in the text of a page, from 0, and gives their rectangle as the browser lays them out. */
export async function rectOfWords(page: Page, index: number, words: string): Promise<WordsRect> {
  const rect = await page.evaluate(
    (at, wanted) => {
      for (const line of document.querySelectorAll('.page')[at]?.querySelectorAll('.text .line') ?? []) {
        const start = (line.textContent ?? '').indexOf(wanted);
        if (start === -1) continue;
        const range = document.createRange();
        const put = (offset: number, boundary: 'setStart' | 'setEnd') => {
          const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
          let left = offset;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            const { length } = node.textContent ?? '';
            // A beginning is that of the next text, an end that of the one before.
            if (boundary === 'setStart' ? left < length : left <= length) return range[boundary](node, left);
            left -= length;
          }
        };
        put(start, 'setStart');
        put(start + wanted.length, 'setEnd');
        const { left, right, top, bottom } = range.getBoundingClientRect();
        return { left, right, top, bottom };
      }
      return undefined;
    },
    index,
    words,
  );
  if (!rect) throw new Error(`page ${index + 1} has no line with “${words}”`);
  return rect;
}

/** Presses the pointer in the middle of the first rectangle's beginning, and draws to the end of the other. */
export async function drawOver(page: Page, from: WordsRect, to: WordsRect): Promise<void> {
  // What is selected already would be dragged.
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await page.mouse.move(from.left + 1, (from.top + from.bottom) / 2);
  await page.mouse.down();
  await page.mouse.move(to.right - 1, (to.top + to.bottom) / 2, { steps: 6 });
  await page.mouse.up();
}
