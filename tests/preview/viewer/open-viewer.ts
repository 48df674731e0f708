import type { Page } from 'puppeteer';
import { findBrowser } from '../../../scripts/press/print/find-browser.ts';
import { startFound } from '../../../scripts/press/print/start-found.ts';

/** The preview's page in the press's own browser. */
export interface OpenViewer extends AsyncDisposable {
  readonly page: Page;
  /** What its console said that is not well: errors, and what its policy refused. */
  readonly faults: readonly string[];
}

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
