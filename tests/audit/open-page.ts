import type { Page } from 'puppeteer';
import { findBrowser } from '../../scripts/press/print/find-browser.ts';
import { startFound } from '../../scripts/press/print/start-found.ts';

/** The press's own browser, in which each page stands by itself: nothing of one is left to another. */
export interface AuditReader extends AsyncDisposable {
  /** Opens a document as somebody opens a file. */
  openPage(html: string, scripts?: 'on' | 'off'): Promise<OpenPage>;
}

export interface OpenPage extends AsyncDisposable {
  readonly page: Page;
  /** The addresses that it asked for besides its own. */
  readonly asked: readonly string[];
}

const address = 'https://audit.invalid/';

export async function startReader(): Promise<AuditReader> {
  const { start } = await startFound(await findBrowser(), 60_000);
  if (start.kind === 'failed') throw new Error(`the browser did not start: ${start.reason}`);
  const { running } = start;
  return {
    async openPage(html, scripts = 'on') {
      const context = await running.browser.createBrowserContext();
      const page = await context.newPage();
      await page.setJavaScriptEnabled(scripts === 'on');
      const asked: string[] = [];
      await page.setRequestInterception(true);
      page.on('request', (request) => {
        if (request.url() === address) {
          void request.respond({ status: 200, contentType: 'text/html; charset=utf-8', body: html });
        } else if (request.url().startsWith('data:')) void request.continue();
        else {
          asked.push(request.url());
          void request.abort();
        }
      });
      await page.goto(address, { waitUntil: 'load' });
      return { page, asked, [Symbol.asyncDispose]: () => context.close() };
    },
    [Symbol.asyncDispose]: () => running[Symbol.asyncDispose](),
  };
}
