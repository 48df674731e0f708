import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { PageHtml } from '../../scripts/press/page/page-html.ts';
import { type FoundBrowser, findBrowser } from '../../scripts/press/print/find-browser.ts';
import { openBrowser } from '../../scripts/press/print/open-browser.ts';
import { unpackShell } from '../../scripts/press/print/unpack-shell.ts';
import { samplePage } from './sample-page.ts';

let folder: string;
beforeAll(async () => {
  const found = await findBrowser();
  if (found.kind === 'bundled') await unpackShell(found.shell, () => {});
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'factsheet-press-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program in the place of a browser. */
function program(text: string, mode = 0o755): () => Promise<FoundBrowser> {
  const executable = join(folder, 'browser');
  writeFileSync(executable, text);
  chmodSync(executable, mode);
  return async () => ({ kind: 'named', executable, label: 'a program', reference: false });
}

/** The real browser, which notes its process's id. */
async function noted(): Promise<() => Promise<FoundBrowser>> {
  const { executable } = await findBrowser();
  return program(`#!/bin/sh\necho $$ > "${join(folder, 'pid')}"\nexec "${executable}" "$@"\n`);
}
const pid = (): number => Number(readFileSync(join(folder, 'pid'), 'utf8'));

describe.skipIf(process.platform === 'win32')('a browser that does not start', () => {
  test.each([
    [
      'a program that is none',
      '#!/bin/sh\necho "no such option" >&2\nexit 3\n',
      0o755,
      30_000,
      /browser ended with code 3; look whether it is a Chrome.*no such option/,
    ],
    ['a file that cannot be run', 'text', 0o644, 30_000, /could not be started \(.*EACCES/],
    ['a program that keeps silent', '#!/bin/sh\nexec sleep 600\n', 0o755, 500, /did not answer within 0.5 s/],
  ])('%s', async (_, text, mode, start, message) => {
    const limits = { start, print: 1_000 };
    await expect(openBrowser({ jobs: 1, find: program(text, mode), limits })).rejects.toThrow(message);
  });
});

describe.skipIf(process.platform === 'win32')('a browser that dies', () => {
  test('in the middle of a print: an error that says so, for that print, those that wait and the next', async () => {
    await using printer = await openBrowser({ jobs: 1, find: await noted() });
    const page = samplePage('<p>text</p>');
    const deadly: PageHtml = {
      ...page,
      resources: new DeadlyMap(page.resources, () => process.kill(pid(), 'SIGKILL')),
    };
    const prints = await Promise.allSettled([printer.print(deadly), printer.print(page)]);
    prints.push(...(await Promise.allSettled([printer.print(page)])));
    const reasons = prints.map((print) => (print.status === 'rejected' ? String(print.reason) : 'printed'));
    expect(reasons[0]).toMatch(/The browser was killed by SIGKILL while it was loading/);
    for (const reason of reasons) expect(reason).toMatch(/The browser was killed by SIGKILL/);
  });

  test('a print that takes too long: an error that says at what', async () => {
    await using printer = await openBrowser({ jobs: 1, limits: { start: 30_000, print: 1 } });
    await expect(printer.print(samplePage('<p>text</p>'))).rejects.toThrow(/more than 0.001 s, and was then opening/);
  });
});

describe.skipIf(process.platform === 'win32')('a browser ends with us, and leaves nothing', () => {
  const opened = join(import.meta.dirname, '..', '..', 'scripts', 'press', 'print', 'open-browser.ts');

  test.each([
    ['closed', '', 0],
    [
      'SIGINT',
      `process.kill(process.pid, 'SIGINT'); setInterval(() => {}, 1000); await new Promise(() => {});`,
      'SIGINT',
    ],
    [
      'SIGTERM',
      `process.kill(process.pid, 'SIGTERM'); setInterval(() => {}, 1000); await new Promise(() => {});`,
      'SIGTERM',
    ],
    ['exit', 'process.exit(4);', 4],
    ['a fault of ours', `setTimeout(() => { throw new Error('ours'); }); await new Promise(() => {});`, 1],
  ])('%s', async (_, then, end) => {
    const temporary = join(folder, 'tmp');
    mkdirSync(temporary);
    const found = await (await noted())();
    const script = join(folder, 'script.ts');
    writeFileSync(
      script,
      `import { openBrowser } from ${JSON.stringify(opened)};
       await using printer = await openBrowser({ jobs: 1, find: async () => (${JSON.stringify(found)}) });
       ${then}`,
    );
    const child = spawn(process.execPath, [script], { env: { ...process.env, TMPDIR: temporary }, stdio: 'ignore' });
    const [code, signal] = await once(child, 'exit');
    expect(code ?? signal).toBe(end);
    expect(readdirSync(temporary)).toEqual([]);
    await gone(pid());
  });

  test('even when we are killed', async () => {
    const found = await (await noted())();
    const script = join(folder, 'script.ts');
    writeFileSync(
      script,
      `import { openBrowser } from ${JSON.stringify(opened)};
       await using printer = await openBrowser({ jobs: 1, find: async () => (${JSON.stringify(found)}) });
       process.kill(process.pid, 'SIGKILL');`,
    );
    const env = { ...process.env, TMPDIR: folder };
    await once(spawn(process.execPath, [script], { env, stdio: 'ignore' }), 'exit');
    expect(existsSync(join(folder, 'pid'))).toBe(true);
    await gone(pid());
  });
});

/** Comes back when the process has ended; if it never does, the test's limit strikes. */
async function gone(id: number): Promise<void> {
  while (isRunning(id)) await new Promise((resolve) => setImmediate(resolve));
}

/** A process that has ended but that nobody has asked after still has its id; on Linux one can tell. */
function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return process.platform !== 'linux' || !/\) Z/.test(readFileSync(`/proc/${id}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** A map that does something when it is first asked. */
class DeadlyMap extends Map<string, { readonly mediaType: string; readonly bytes: Uint8Array }> {
  readonly #strike: () => void;

  constructor(entries: PageHtml['resources'], strike: () => void) {
    super(entries);
    this.#strike = strike;
  }

  override get(key: string) {
    this.#strike();
    return super.get(key);
  }
}
