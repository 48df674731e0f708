import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { setTimeout as wait } from 'node:timers/promises';
import type { Browser } from 'puppeteer';
import { browserArguments, type Network } from './browser-arguments.ts';
import { dieWithProcess } from './die-with-process.ts';
import { pipeTransport } from './pipe-transport.ts';

/** What to start, and how. */
export interface StartOptions {
  readonly executable: string;
  readonly sandbox: 'on' | 'off';
  readonly network: Network;
  /** The only fonts that the browser sees besides the page's own; undefined: those of the system. */
  readonly fonts: string | undefined;
  /** A folder for LD_LIBRARY_PATH; undefined: the system's libraries only. */
  readonly libraries: string | undefined;
  /** Milliseconds within which it must answer. */
  readonly limit: number;
}

/** A browser that runs. */
export interface RunningBrowser extends AsyncDisposable {
  readonly browser: Browser;
  /** Settles when the browser's process has ended, with how: "was killed by SIGKILL". */
  readonly ended: Promise<string>;
}

/** A browser, or why there is none, with what it wrote before it ended. */
export type Start =
  | { readonly kind: 'started'; readonly running: RunningBrowser }
  | { readonly kind: 'failed'; readonly reason: string; readonly output: string };

/** How much of what a browser writes is kept, in UTF-16 units. */
const keptOutput = 4_000;
/** Milliseconds to end by itself when asked to, and to write its last words. */
const graceful = 5_000;

/**
 * Starts a browser that dies with this process, with a fresh profile that goes with it.
 *
 * Not puppeteer's own launch: over a pipe it drops what the browser says before it dies, and with it the reason.
 */
export async function startBrowser(options: StartOptions): Promise<Start> {
  const profile = await makeProfile(options.fonts);
  const child = spawn(options.executable, browserArguments(profile, options.sandbox, options.network), {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
    // The leader of its own group: all of its processes can be ended, and Ctrl-C is left to us.
    detached: process.platform !== 'win32',
    env: browserEnvironment(profile, options),
  });
  const output = keepOutput(child);
  const ended = endOf(child);
  const end = (): void => {
    kill(child);
    removeProfile(profile);
  };
  const bond = dieWithProcess(end);
  void ended.then(() => {
    bond[Symbol.dispose]();
    end();
  });
  const outcome = await Promise.race([
    connect(child),
    ended,
    wait(options.limit, `did not answer within ${options.limit / 1000} s`, { ref: false }),
  ]);
  if (typeof outcome === 'string') {
    kill(child);
    await ended;
    return { kind: 'failed', reason: outcome, output: output() };
  }
  return {
    kind: 'started',
    running: { browser: outcome, ended, [Symbol.asyncDispose]: () => close(outcome, child, ended) },
  };
}

/** A browser that cannot be spoken to never connects; its end or the limit then decides. */
async function connect(child: ChildProcess): Promise<Browser> {
  // Loaded while the browser starts: both take 0.2 s.
  const puppeteer = await import('puppeteer');
  const transport = pipeTransport(child.stdio[3] as Writable, child.stdio[4] as Readable);
  return puppeteer
    .connect({ transport, defaultViewport: null, protocolTimeout: 0 })
    .catch(() => new Promise<never>(() => {}));
}

async function close(browser: Browser, child: ChildProcess, ended: Promise<string>): Promise<void> {
  await Promise.race([browser.close().catch(() => {}), ended, wait(graceful, undefined, { ref: false })]);
  await Promise.race([ended, wait(graceful, undefined, { ref: false })]);
  kill(child);
  await ended;
}

async function makeProfile(fonts: string | undefined): Promise<string> {
  try {
    const profile = await mkdtemp(join(tmpdir(), 'factsheet-press-'));
    if (fonts !== undefined) await writeFile(join(profile, 'fonts.conf'), fontConfiguration(fonts, profile));
    return profile;
  } catch (cause) {
    throw new Error(
      `The browser needs a temporary folder, and ${tmpdir()} takes none: free some space or set TMPDIR.`,
      {
        cause,
      },
    );
  }
}

function removeProfile(profile: string): void {
  try {
    rmSync(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 20 });
  } catch {
    // A process of the browser may still be writing: what is left is for the system to clear.
  }
}

/**
 * One font folder and no other. Chromium refuses even a page's own fonts where the system has none at all (seen with
 * 153), and a fallback to a font of the system would differ from machine to machine.
 */
function fontConfiguration(fonts: string, profile: string): string {
  const text = (path: string): string => path.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  return `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${text(fonts)}</dir><cachedir>${text(join(profile, 'fonts'))}</cachedir></fontconfig>`;
}

function browserEnvironment(profile: string, { fonts, libraries }: StartOptions): NodeJS.ProcessEnv {
  return {
    ...process.env,
    // What the browser leaves when it is killed goes with its profile.
    TMPDIR: profile,
    ...(fonts === undefined ? {} : { FONTCONFIG_FILE: join(profile, 'fonts.conf'), HOME: profile }),
    ...(libraries === undefined
      ? {}
      : { LD_LIBRARY_PATH: [libraries, process.env.LD_LIBRARY_PATH].filter(Boolean).join(':') }),
  };
}

function keepOutput(child: ChildProcess): () => string {
  let text = '';
  child.stderr?.setEncoding('utf8').on('data', (data: string) => {
    text = (text + data).slice(-keptOutput);
  });
  return () => text.trim();
}

/** How the process ended, once it has said its last words. */
async function endOf(child: ChildProcess): Promise<string> {
  // The first error is awaited below; a later one is about a process that has ended.
  child.on('error', () => {});
  try {
    const [code, signal] = await once(child, 'exit');
    // What is left of its group would keep its streams open.
    kill(child);
    const silent = child.stderr?.closed === false ? once(child.stderr, 'close') : undefined;
    await Promise.race([silent, wait(graceful, undefined, { ref: false })]);
    return signal ? `was killed by ${signal}` : `ended with code ${code}`;
  } catch (error) {
    return `could not be started (${(error as Error).message})`;
  }
}

function kill(child: ChildProcess): void {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill();
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}
