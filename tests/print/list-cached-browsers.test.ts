import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { detectBrowserPlatform } from '@puppeteer/browsers';
import { expect, test } from 'vitest';
import { listCachedBrowsers } from '../../scripts/press/print/list-cached-browsers.ts';

test('the shell first, then the newest Chrome; other browsers and platforms are left out', async () => {
  const cache = mkdtempSync(join(tmpdir(), 'factsheet-press-test-'));
  const platform = detectBrowserPlatform();
  for (const folder of [
    `chrome/${platform}-99.0.1.0`,
    `chrome/${platform}-150.0.1.0`,
    `chrome-headless-shell/${platform}-120.0.1.0`,
    `firefox/${platform}-stable_140.0`,
    `chrome/${platform === 'win64' ? 'linux' : 'win64'}-151.0.1.0`,
  ]) {
    mkdirSync(join(cache, folder), { recursive: true });
  }
  const found = await listCachedBrowsers({ PUPPETEER_CACHE_DIR: cache });
  rmSync(cache, { recursive: true });
  expect(found.map(({ label }) => label)).toEqual([
    'chrome-headless-shell 120.0.1.0',
    'chrome 150.0.1.0',
    'chrome 99.0.1.0',
  ]);
  expect(found[0]?.executable.startsWith(join(cache, 'chrome-headless-shell', `${platform}-120.0.1.0`))).toBe(true);
});

test.each([['absent'], ['in disorder']])('a cache that is %s holds no browser', async (state) => {
  const cache = mkdtempSync(join(tmpdir(), 'factsheet-press-test-'));
  if (state === 'in disorder') mkdirSync(join(cache, 'chrome', 'old-stuff'), { recursive: true });
  else rmSync(cache, { recursive: true });
  expect(await listCachedBrowsers({ PUPPETEER_CACHE_DIR: cache })).toEqual([]);
  rmSync(cache, { recursive: true, force: true });
});
