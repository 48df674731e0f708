import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Environment } from './system-browsers.ts';

/** A browser that puppeteer downloaded some time for this user. */
export interface CachedBrowser {
  readonly executable: string;
  /** "chrome-headless-shell 153.0.8010.0" */
  readonly label: string;
}

/** Chrome and its headless shell in puppeteer's cache, for this platform: the shell first, then the newest. */
export async function listCachedBrowsers(environment: Environment): Promise<readonly CachedBrowser[]> {
  const { Browser, detectBrowserPlatform, getInstalledBrowsers } = await import('@puppeteer/browsers');
  const cacheDir = environment.PUPPETEER_CACHE_DIR ?? join(homedir(), '.cache', 'puppeteer');
  const kinds = [Browser.CHROMEHEADLESSSHELL, Browser.CHROME];
  const platform = detectBrowserPlatform();
  // It trips over folders that it does not know; a cache in disorder is as good as none.
  const installed = await getInstalledBrowsers({ cacheDir }).catch(() => []);
  return installed
    .filter((browser) => browser.platform === platform && kinds.includes(browser.browser))
    .sort((a, b) => kinds.indexOf(a.browser) - kinds.indexOf(b.browser) || compareVersions(b.buildId, a.buildId))
    .map(({ browser, buildId, executablePath }) => ({ executable: executablePath, label: `${browser} ${buildId}` }));
}

function compareVersions(a: string, b: string): number {
  return a.localeCompare(b, 'en', { numeric: true });
}
