import { existsSync } from 'node:fs';
import { type CachedBrowser, listCachedBrowsers } from './list-cached-browsers.ts';
import { type ShellPackage, shellPackage } from './shell-package.ts';
import { type Environment, systemBrowsers } from './system-browsers.ts';
import { unpackedShell } from './unpack-shell.ts';

interface Found {
  /** The program to start. The bundled one's has yet to be unpacked. */
  readonly executable: string;
  /** What it is, for people. */
  readonly label: string;
  /** Whether it is the renderer for which the same bytes are promised. */
  readonly reference: boolean;
}

/** The browser that will print, and who brought it. */
export type FoundBrowser =
  | (Found & { readonly kind: 'bundled'; readonly shell: ShellPackage })
  | (Found & { readonly kind: 'named' | 'cached' | 'system' });

/** What the choice depends on. */
export interface Surroundings {
  readonly environment: Environment;
  readonly platform: string;
  readonly architecture: string;
  readonly exists: (path: string) => boolean;
  readonly bundled: () => ShellPackage | undefined;
  readonly listCache: (environment: Environment) => Promise<readonly CachedBrowser[]>;
}

const here: Surroundings = {
  environment: process.env,
  platform: process.platform,
  architecture: process.arch,
  exists: existsSync,
  bundled: shellPackage,
  listCache: listCachedBrowsers,
};

/**
 * Chooses the browser: the one that PUPPETEER_EXECUTABLE_PATH names, the bundled shell, one in puppeteer's cache, one
 * of the system. Nothing is ever downloaded.
 *
 * @throws Error that says what to install when there is none
 */
export async function findBrowser(surroundings: Surroundings = here): Promise<FoundBrowser> {
  const { environment, platform, architecture, exists } = surroundings;
  const named = environment.PUPPETEER_EXECUTABLE_PATH;
  if (named) {
    if (exists(named)) return { kind: 'named', executable: named, label: named, reference: false };
    throw new Error(
      `PUPPETEER_EXECUTABLE_PATH names a browser that does not exist: ${named}. Correct it, or unset it to use the bundled browser.`,
    );
  }
  const shell = platform === 'linux' && architecture === 'x64' ? surroundings.bundled() : undefined;
  if (shell) {
    const label = `bundled headless shell ${shell.version}`;
    return { kind: 'bundled', executable: unpackedShell(shell).executable, label, reference: true, shell };
  }
  const cached = (await surroundings.listCache(environment)).find(({ executable }) => exists(executable));
  if (cached) return { kind: 'cached', ...cached, reference: false };
  const system = systemBrowsers(platform, environment).find(exists);
  if (system) return { kind: 'system', executable: system, label: system, reference: false };
  throw new Error(
    `There is no browser to print with on ${platform} ${architecture}: install Google Chrome or Chromium, or set PUPPETEER_EXECUTABLE_PATH to one.`,
  );
}
