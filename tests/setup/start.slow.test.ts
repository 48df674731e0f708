import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runtimeName } from '../../scripts/setup/runtime.mjs';

const scripts = join(import.meta.dirname, '..', '..', 'scripts');
const runtime = runtimeName(process.platform, process.arch);

/** A project with one locked package, one command and, for npm, a script that "installs" them and counts. */
let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'factsheet-press-test-'));
  mkdirSync(join(root, 'scripts'));
  cpSync(join(scripts, 'start.mjs'), join(root, 'scripts', 'start.mjs'));
  cpSync(join(scripts, 'setup'), join(root, 'scripts', 'setup'), { recursive: true });
  writeFileSync(join(root, 'package.json'), '{ "type": "module" }');
  writeFileSync(
    join(root, 'package-lock.json'),
    JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }),
  );
  writeFileSync(
    join(root, 'npm-cli.js'),
    `import fs from 'node:fs';
     console.log('npm says hello');
     fs.appendFileSync('installs', process.argv.slice(2).join(' ') + '\\n');
     fs.mkdirSync('node_modules', { recursive: true });
     fs.copyFileSync('package-lock.json', 'node_modules/.package-lock.json');`,
  );
  command(`const words: string[] = process.argv.slice(2); console.log(words.join('|')); process.exitCode = 7;`);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function command(source: string): void {
  writeFileSync(join(root, 'scripts', 'say.ts'), source);
}

function start(...args: string[]): ChildProcess {
  const env = { ...process.env, npm_execpath: join(root, 'npm-cli.js'), npm_node_execpath: process.execPath };
  return spawn(process.execPath, [join(root, 'scripts', 'start.mjs'), ...args], { env });
}

async function finished(child: ChildProcess): Promise<{ code: unknown; signal: unknown; out: string; err: string }> {
  const text = { out: '', err: '' };
  child.stdout?.on('data', (data) => {
    text.out += data;
  });
  child.stderr?.on('data', (data) => {
    text.err += data;
  });
  const [code, signal] = await once(child, 'close');
  return { code, signal, ...text };
}

describe('a command in a fresh clone', () => {
  test('installs once, then runs with its arguments; only its own words are on stdout', async () => {
    const first = await finished(start('say', 'mali', '--jobs', '2'));
    expect(first).toMatchObject({ code: 7, out: 'mali|--jobs|2\n' });
    expect(first.err).toMatch(/Setting up/);
    const second = await finished(start('say', 'again'));
    expect(second).toMatchObject({ code: 7, out: 'again\n', err: '' });
    expect(installs()).toEqual(['ci --ignore-scripts --include=dev --include=optional --loglevel=error']);
  });

  test('two at once install once', async () => {
    const both = await Promise.all([finished(start('say', 'a')), finished(start('say', 'b'))]);
    expect(both.map(({ out }) => out)).toEqual(['a\n', 'b\n']);
    expect(installs()).toHaveLength(1);
  });

  test('says so when npm fails, and does not run', async () => {
    writeFileSync(join(root, 'npm-cli.js'), 'process.exitCode = 1;');
    const end = await finished(start('say'));
    expect(end).toMatchObject({ code: 2, out: '' });
    expect(end.err).toMatch(/Set-up failed: npm ci ended with code 1/);
  });

  test('says so when npm leaves packages out', async () => {
    writeFileSync(join(root, 'npm-cli.js'), '');
    expect(await finished(start('say'))).toMatchObject({
      code: 2,
      err: expect.stringMatching(/left out node_modules\/a/),
    });
  });
});

describe.skipIf(process.platform === 'win32')(
  'a command that runs in another runtime than the one that starts it',
  () => {
    beforeEach(async () => {
      await finished(start('say'));
      const bin = join(root, 'node_modules', runtime, 'bin');
      mkdirSync(bin, { recursive: true });
      writeFileSync(join(bin, '..', 'package.json'), '{ "bin": { "node": "bin/node" } }');
      writeFileSync(join(bin, 'node'), `#!/bin/sh\nRUNTIME=locked exec "${process.execPath}" "$@"\n`);
      chmodSync(join(bin, 'node'), 0o755);
    });

    test('passes arguments and exit code through', async () => {
      command(`console.log(process.env.RUNTIME, process.argv.slice(2)); process.exitCode = 3;`);
      expect(await finished(start('say', 'x y'))).toMatchObject({ code: 3, out: "locked [ 'x y' ]\n" });
    });

    test.each(['SIGINT', 'SIGTERM'] as const)('%s reaches it, and its way to end is ours', async (signal) => {
      command(
        `process.on('${signal}', () => { console.log('cleaned up'); process.exit(9); }); setInterval(() => {}, 1000); console.log('up');`,
      );
      const child = start('say');
      child.stdout?.once('data', () => child.kill(signal));
      expect(await finished(child)).toMatchObject({ code: 9, out: 'up\ncleaned up\n' });
    });

    test('its death by a signal is ours', async () => {
      command(`process.kill(process.pid, 'SIGKILL'); setInterval(() => {}, 1000);`);
      expect(await finished(start('say'))).toMatchObject({ code: null, signal: 'SIGKILL' });
    });
  },
);

test('an unknown command gets the list of those there are', async () => {
  const end = await finished(start('sing'));
  expect(end).toMatchObject({ code: 2, out: '' });
  expect(end.err).toMatch(/There is no command "sing".*\n.*npm run say/s);
});

test('a damaged lock file is told from a missing installation', async () => {
  writeFileSync(join(root, 'package-lock.json'), '{');
  expect(await finished(start('say'))).toMatchObject({
    code: 2,
    err: expect.stringMatching(/package-lock.json is missing or damaged/),
  });
});

function installs(): string[] {
  return readFileSync(join(root, 'installs'), 'utf8').trim().split('\n');
}
