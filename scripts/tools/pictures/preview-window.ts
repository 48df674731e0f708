import type { Page } from 'puppeteer';
import { findBrowser } from '../../press/print/find-browser.ts';
import { openBrowser } from '../../press/print/open-browser.ts';
import { startFound } from '../../press/print/start-found.ts';
import { diskFiles } from '../../press/read/files.ts';
import { openPreviewEngine } from '../../preview/engine/preview-engine.ts';
import { previewTokens } from '../../preview/preview-tokens.ts';
import { openServer } from '../../preview/server/server.ts';
import { listViewerFiles } from '../../preview/server/viewer-files.ts';
import { decodePng, type Picture } from './picture.ts';

/** CSS pixels of the window, as many of the picture. */
const window = { width: 1200, height: 750 };
/** Milliseconds within which the browser starts. */
const limit = 60_000;

/**
 * The window of `npm run preview`, as it stands when all editions are ready, with the source of the first chart on a page.
 *
 * @param root the project's folder
 * @param edition what is shown, and the page, from 1
 */
export async function picturePreview(root: string, edition: string, page: number): Promise<Picture> {
  const files = diskFiles(root);
  const viewer = listViewerFiles();
  await using engine = openPreviewEngine({
    root,
    editions: [],
    openPrinter: () => openBrowser({ jobs: 1, say: () => {} }),
  });
  await using server = await openServer({
    ...engine,
    port: 0,
    tokens: () => previewTokens(files),
    files: () => viewer,
    openEditor: async () => undefined,
  });
  const { start } = await startFound(await findBrowser(), limit, undefined, 'loopback');
  if (start.kind === 'failed') throw new Error(`Picturing the preview: the browser did not start: ${start.reason}`);
  await using running = start.running;
  const view = await running.browser.newPage();
  await view.setViewport(window);
  await view.goto(`${server.address}#edition=${edition}&page=${page}&zoom=width&panel=look`);
  await settle(view);
  return decodePng(await view.screenshot({ type: 'png' }));
}

/** Waits until nothing changes any more, and takes away what differs from run to run: how long things took. */
async function settle(view: Page): Promise<void> {
  await view.waitForFunction(() => {
    const canvases = [
      ...document.querySelectorAll<HTMLCanvasElement>(
        '.thumbnails canvas, .page:has(.box) > .picture > canvas:first-child',
      ),
    ];
    const states = [...document.querySelectorAll<HTMLElement>('.editions button')].map(({ dataset }) => dataset.status);
    const isDrawn = canvases.length > 2 && canvases.every(({ dataset }) => dataset.version !== undefined);
    return (
      isDrawn && states.every((status) => status === 'ready') && document.querySelector('.page .box[data-kind=chart]')
    );
  });
  await view.click('.look .choice:nth-of-type(1) input');
  await view.click('.page .box[data-kind=chart]');
  await view.waitForSelector('.card:popover-open');
  await view.$eval('.foot-took', (took) => took.replaceChildren());
  await view.evaluate(() => document.fonts.ready.then(() => {}));
}
