import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fetchJudge, findJudge } from '../../scripts/tools/conformance/judge.ts';
import type { ProgramEnd } from '../../scripts/tools/conformance/programs.ts';

/** A machine that has these programs, each with what it writes. */
function machineWith(programs: Readonly<Record<string, string>>) {
  return async (program: string): Promise<ProgramEnd | undefined> =>
    program in programs ? { code: 0, output: programs[program] ?? '', errors: '' } : undefined;
}

const fetch = async () => '/cache/judge.jar';
let cache: string;
beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'judge-'));
});
afterEach(() => rmSync(cache, { recursive: true, force: true }));

test('veraPDF on the PATH is taken before Java is asked for', async () => {
  expect(await findJudge({ run: machineWith({ verapdf: 'veraPDF 1.30.1\nBuilt: …', java: '' }), fetch })).toEqual({
    label: 'veraPDF 1.30.1',
    program: 'verapdf',
    args: [],
  });
});

test('where there is Java, veraPDF’s archive is run in it', async () => {
  const judge = await findJudge({ run: machineWith({ java: 'veraPDF 1.28.2\n' }), fetch });
  expect(judge).toMatchObject({ label: 'veraPDF 1.28.2', program: 'java' });
  expect(judge.args).toContain('/cache/judge.jar');
});

test('a machine with neither is told what to install', async () => {
  await expect(findJudge({ run: machineWith({}), fetch })).rejects.toThrow(/install.*Java 11.*apt-get install/);
});

test('a machine with Java and without Maven is told what to install', async () => {
  await expect(fetchJudge(machineWith({ java: '' }), cache)).rejects.toThrow(/apt-get install maven/);
});

test('what Maven says is told where it cannot fetch', async () => {
  const run = async () => ({ code: 1, output: '[ERROR] Unknown host', errors: '' });
  await expect(fetchJudge(run, cache)).rejects.toThrow('Unknown host');
  expect(readdirSync(cache)).toEqual([]);
});

test('another archive than the known one is not run', async () => {
  const run = async (_: string, args: readonly string[]) => {
    const folder = args.find((arg) => arg.startsWith('-DoutputDirectory='))?.split('=')[1] ?? '';
    writeFileSync(join(folder, 'greenfield-apps-1.28.2.jar'), 'something else');
    return { code: 0, output: '', errors: '' };
  };
  await expect(fetchJudge(run, cache)).rejects.toThrow('is not the known one');
  expect(readdirSync(cache)).toEqual([]);
});
