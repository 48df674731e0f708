import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { releaseCommand } from '../../scripts/release/release-command.ts';
import { type SmallProject, wellsProject } from '../small-project.ts';

let project: SmallProject;
beforeEach(async () => {
  project = await wellsProject();
  edition('wells', 'status: reconstruction');
});
afterEach(() => project[Symbol.asyncDispose]());

const inProject = (path: string) => join(project.root, path);

/** An edition with its status written as it is given, and what a build of it leaves. */
function edition(name: string, status: string, built = 'reconstruction', folder = name): void {
  if (name !== 'wells') cpSync(inProject('content/wells'), inProject(`content/${folder}`), { recursive: true });
  const file = inProject(`content/${folder}/edition.yaml`);
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^status: \w+$/m, status));
  mkdirSync(inProject('out'), { recursive: true });
  const of = { name, title: 'A title', language: 'en', version: '1.0', status: built, data_cutoff: '2024-12' };
  writeFileSync(inProject(`out/${name}.audit.json`), JSON.stringify({ edition: of }));
  for (const ending of ['pdf', 'audit.html']) writeFileSync(inProject(`out/${name}.${ending}`), `${name} ${ending}`);
}

const gather = () => releaseCommand(['gather', 'released'], project.root);
const released = () => (existsSync(inProject('released')) ? readdirSync(inProject('released')).sort() : []);
const of = (name: string) => [`${name}.audit.html`, `${name}.audit.json`, `${name}.pdf`];

test('PDFs, audits and digests are laid together, and drafts stay behind', async () => {
  edition('ponds', 'status: draft', 'draft');
  edition('boats', 'status: final\ndate: 2025-01\ncontributors: [{ name: Nobody }]', 'final');
  const { code, text } = await gather();
  expect({ code, text }).toEqual({
    code: 0,
    text: expect.stringMatching(/^ponds is a draft, and stays here\n[0-9a-f]{64} {2}boats/),
  });
  expect(released()).toEqual(['SHA256SUMS', ...of('boats'), ...of('wells')]);
  expect(readFileSync(inProject('released/wells.pdf'), 'utf8')).toBe('wells pdf');
});

test.skipIf(process.platform !== 'linux')('the digests are in the form that sha256sum checks', async () => {
  await gather();
  const check = spawnSync('sha256sum', ['--check', 'SHA256SUMS'], { cwd: inProject('released'), encoding: 'utf8' });
  expect(check.stdout.split('\n').filter((line) => line.endsWith(': OK'))).toHaveLength(3);
});

describe('a draft stays behind however it is written', () => {
  test.each([
    'status : draft',
    '"status": draft',
    "'status': 'draft'",
    'status: !!str draft',
    'status: !!str "draft"',
    'status:\n  draft',
    'status: >-\n  draft',
    'status: &it draft',
    '? status\n: draft',
    'status: "dr\\x61ft"',
  ])('%j', async (status) => {
    edition('ponds', status, 'draft');
    expect(await gather()).toMatchObject({ code: 0, text: expect.stringContaining('ponds is a draft') });
    expect(released()).toEqual(['SHA256SUMS', ...of('wells')]);
  });
});

describe('nothing is made where one edition', () => {
  test.each([
    ['has no status', '# none', 'the key "status" is missing'],
    ['has two', 'status: draft\nstatus: final', 'the key "status" stands here a second time'],
    ['has one that there is not', 'status: Final', '"Final" cannot be used for "status"'],
    ['cannot be parsed', 'status: [', 'yaml-syntax'],
  ])('%s', async (_what, status, message) => {
    edition('ponds', status);
    const { code, text } = await gather();
    expect({ code, text }).toEqual({ code: 1, text: expect.stringContaining(message) });
    expect(text).toContain('release: nothing was gathered');
    expect(released()).toEqual([]);
  });

  test('has a folder that cannot be its name', async () => {
    edition('ponds', 'status: draft', 'draft', 'Ponds');
    const { code, text } = await gather();
    expect({ code, text }).toEqual({
      code: 1,
      text: expect.stringContaining('"Ponds" cannot name the folder of an edition'),
    });
    expect(released()).toEqual([]);
  });

  test('is broken besides its status', async () => {
    rmSync(inProject('content/wells/facts.yaml'));
    expect(await gather()).toMatchObject({ code: 1, text: expect.stringContaining('file-missing') });
    expect(released()).toEqual([]);
  });

  test('was not built', async () => {
    rmSync(inProject('out/wells.audit.html'));
    expect(await gather()).toEqual({
      code: 1,
      text: 'release: there is no out/wells.audit.html: build it with npm run pdf\n',
    });
    // Once it is built, the same words do.
    edition('wells', 'status: reconstruction');
    expect(await gather()).toMatchObject({ code: 0 });
  });

  test('was built as a draft', async () => {
    edition('wells', 'status: reconstruction', 'draft');
    expect(await gather()).toEqual({
      code: 1,
      text: 'release: out/wells.pdf was built of version 1.0, a draft, and the edition is of version 1.0, a reconstruction: build it again\n',
    });
    expect(released()).toEqual([]);
  });
});

test('drafts alone are no release', async () => {
  edition('wells', 'status: reconstruction');
  writeFileSync(
    inProject('content/wells/edition.yaml'),
    readFileSync(inProject('content/wells/edition.yaml'), 'utf8').replace('status: reconstruction', 'status : draft'),
  );
  expect(await gather()).toMatchObject({ code: 1, text: expect.stringContaining('nothing to release') });
  expect(released()).toEqual([]);
});

test('a folder that is there is not added to', async () => {
  mkdirSync(inProject('released'));
  expect(await gather()).toEqual({
    code: 1,
    text: 'release: released is there already: name another folder, or take it away\n',
  });
  expect(released()).toEqual([]);
});
