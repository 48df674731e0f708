import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { previewCommand, readPreviewLine } from '../../scripts/preview/preview-command.ts';
import { repository } from '../journey/repository-files.ts';

test.each([
  [[], { editions: [], port: 0, editor: undefined, open: undefined }],
  [
    ['mali', '--port', '8123', '--editor', 'subl', '--open'],
    { editions: ['mali'], port: 8123, editor: 'subl', open: true },
  ],
  [['--no-open'], { editions: [], port: 0, editor: undefined, open: false }],
])('%j is understood', (words, options) => {
  expect(readPreviewLine(words)).toEqual({ kind: 'run', options });
});

test.each([[['--port', 'many']], [['--port', '70000']], [['--editor', ' ']], [['--watch']]])('%j is wrong', (words) => {
  expect(readPreviewLine(words)).toMatchObject({ kind: 'wrong' });
});

test('what cannot be understood is told with the help, and an edition that there is not with the nearest', async () => {
  const run = async (words: readonly string[]) => {
    const output: string[] = [];
    const screen = { write: (text: string) => output.push(text) };
    const world = { root: repository, environment: {}, out: screen, err: screen, end: Promise.resolve() };
    const code = await previewCommand(words, world);
    return { code, output: output.join('') };
  };
  expect(await run(['--port', 'x'])).toEqual({
    code: 2,
    output: expect.stringMatching(/^preview: --port x: .*npm run preview/s),
  });
  expect(await run(['--help'])).toEqual({ code: 0, output: expect.stringContaining('--editor COMMAND') });
  expect(await run(['malli'])).toEqual({ code: 2, output: expect.stringContaining('did you mean "mali"?') });
});

test.each(['SIGINT', 'SIGTERM'] as const)('%s ends it with code 0 and leaves nothing behind', async (signal) => {
  const temporary = await mkdtemp(join(tmpdir(), 'preview-'));
  const child = spawn(process.execPath, [join(repository, 'scripts/preview.ts'), 'mali', '--no-open'], {
    env: { ...process.env, TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const [output] = await once(child.stdout, 'data');
  const address = new URL(/http\S+/.exec(String(output))?.[0] ?? '');
  // Ended in the midst of things: a page listens, and the first pages are being made.
  const listening = request({ host: address.hostname, port: address.port, path: `${address.pathname}events` });
  listening.on('error', () => {}).end();
  const [response] = await once(listening, 'response');
  response.on('error', () => {}).resume();
  child.kill(signal);
  expect(await exited).toEqual([0, null]);
  expect(await readdir(temporary)).toEqual([]);
  await rm(temporary, { recursive: true });
});
