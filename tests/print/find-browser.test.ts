import { expect, test } from 'vitest';
import { findBrowser, type Surroundings } from '../../scripts/press/print/find-browser.ts';

const shell = { version: '153.0.0', archives: '/p/bin', unpacked: '/p/chromium-153.0.0' };
const named = '/opt/my-chrome';
const cached = '/home/u/.cache/puppeteer/chrome/chrome';
const system = '/usr/bin/chromium';

/** A machine that has everything; a test takes things away. */
function machine(without: Partial<Surroundings> & { readonly gone?: readonly string[] } = {}): Surroundings {
  const { gone = [], ...rest } = without;
  return {
    environment: { PATH: '/bin:/usr/bin' },
    platform: 'linux',
    architecture: 'x64',
    exists: (path) => [named, cached, system].includes(path) && !gone.includes(path),
    bundled: () => shell,
    listCache: async () => [{ executable: cached, label: 'chrome 150.0.1' }],
    ...rest,
  };
}
const withName = { environment: { PUPPETEER_EXECUTABLE_PATH: named, PATH: '/usr/bin' } };
const noShell = { bundled: () => undefined };

test.each([
  ['the one that is named, before all others', machine(withName), 'named', named, false],
  ['the bundled shell', machine(), 'bundled', '/p/chromium-153.0.0/headless-shell', true],
  ['one in the cache, where no shell is bundled', machine(noShell), 'cached', cached, false],
  ['one in the cache, where the shell does not run: ARM', machine({ architecture: 'arm64' }), 'cached', cached, false],
  ['one in the cache, where the shell does not run: macOS', machine({ platform: 'darwin' }), 'cached', cached, false],
  [
    'one of the system, when the cache is empty',
    machine({ ...noShell, listCache: async () => [] }),
    'system',
    system,
    false,
  ],
  ['one of the system, when the cache holds a ruin', machine({ ...noShell, gone: [cached] }), 'system', system, false],
])('%s', async (_, surroundings, kind, executable, reference) => {
  expect(await findBrowser(surroundings)).toMatchObject({ kind, executable, reference });
});

test('a name that leads nowhere is an error that says so, not a reason to take another', async () => {
  const surroundings = machine({ ...withName, gone: [named] });
  await expect(findBrowser(surroundings)).rejects.toThrow(/PUPPETEER_EXECUTABLE_PATH .* \/opt\/my-chrome/);
});

test('where there is none, the error says what to install', async () => {
  const surroundings = machine({ ...noShell, gone: [cached, system] });
  await expect(findBrowser(surroundings)).rejects.toThrow(/install Google Chrome or Chromium/);
});

test.each([
  ['win32', { PROGRAMFILES: 'C:\\Program Files' }, 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe'],
  ['darwin', { HOME: '/Users/u' }, '/Users/u/Applications/Chromium.app/Contents/MacOS/Chromium'],
  ['linux', { PATH: '/nix/bin:/usr/bin' }, '/nix/bin/google-chrome'],
])('a system browser of %s', async (platform, environment, executable) => {
  const exists = (path: string): boolean => path === executable;
  const surroundings = machine({ ...noShell, platform, environment, exists, listCache: async () => [] });
  expect(await findBrowser(surroundings)).toMatchObject({ kind: 'system', executable });
});
