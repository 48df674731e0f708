import type { Page } from 'puppeteer';
import type { PreviewState } from '../../../scripts/preview/protocol.ts';
import { type FakeServer, startFakeServer } from './fake-server.ts';
import { places, stateWith, tokens } from './fixture.ts';
import { openViewer } from './open-viewer.ts';
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
