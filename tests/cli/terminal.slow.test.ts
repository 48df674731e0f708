import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCommand } from '../../scripts/cli/run-command.ts';
import { runSaying } from '../../scripts/cli/run-saying.ts';
import { tellDiagnostics } from '../../scripts/cli/tell-diagnostics.ts';
import { harmless } from '../../scripts/cli/terminal.ts';
import type { Diagnostic } from '../../scripts/press/diagnostics/diagnostic.ts';
import { visibleText } from '../../scripts/press/diagnostics/visible-text.ts';

const repository = join(import.meta.dirname, '../..');
afterEach(() => vi.restoreAllMocks());

describe('a text that is written', () => {
  test.each([
    ['ordinary words, “signs” and עברית', 'ordinary words, “signs” and עברית'],
    ['a line\n    and another\n', 'a line\n    and another\n'],
    ['\u001b[2Jcleared', '\\u001b[2Jcleared'],
    ['\u009b2Jcleared', '\\u009b2Jcleared'],
    ['over\rwritten\b\b\u007f', 'over\\rwritten\\u0008\\u0008\\u007f'],
    ['turned \u202eabout\u202c and \u2066kept\u2069', 'turned \\u202eabout\\u202c and \\u2066kept\\u2069'],
    ['a line\u2028a paragraph\u2029a line\u0085', 'a line\\u2028a paragraph\\u2029a line\\u0085'],
    ['half \ud83d and whole 😀', 'half \\ud83d and whole 😀'],
    ['::error::INJ', '\\u003a:error::INJ'],
    ['a\n \u00a0 ::stop-commands::tok', 'a\n \u00a0 \\u003a:stop-commands::tok'],
    ['a word ##[error]INJ, ##vso[task.complete]', 'a word ##\\u005berror]INJ, ##vso\\u005btask.complete]'],
    ['write ::chart[wells-dug] or\n::chart[wells-dug]', 'write ::chart[wells-dug] or\n::chart[wells-dug]'],
  ])('%j commands neither a terminal nor a CI', (text, written) => {
    expect(harmless(text)).toBe(written);
  });

  test('a document of JSON says the same', () => {
    const spoofed = { message: 'a \u009b ##[error] \u202e "word"\n::error::INJ', more: '::a::' };
    expect(JSON.parse(harmless(JSON.stringify(spoofed, null, 2)))).toEqual(spoofed);
  });

  test('within a line its ends are seen, too', () => {
    expect(visibleText('ochre\r\n\t::error::INJ')).toBe('ochre\\r\\n\\t::error::INJ');
  });
});

describe('what an author writes into a diagnostic', () => {
  const diagnostic: Diagnostic = {
    rule: 'accent-unknown',
    severity: 'error',
    place: { file: 'content/a\n::error::b/edition.yaml', line: 9, column: 9 },
    message: 'unknown accent "ochre\n::stop-commands::tok\n::error::INJ \u001b[2J"',
    cure: '::warning::use\nanother',
  };
  const text =
    'content/a\\n::error::b/edition.yaml:9:9  error  unknown accent "ochre\\n::stop-commands::tok\\n::error::INJ \\u001b[2J"\n' +
    '    \\u003a:warning::use\\nanother  accent-unknown\n';

  /** What a command writes to the standard output that finds one fault. */
  async function written(format: string): Promise<string> {
    const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const built = { ok: false, published: [], diagnostics: [diagnostic] };
    await runCommand({ name: 'check', help: '', run: async () => built, proof: undefined }, ['--format', format]);
    return write.mock.calls.map(([part]) => String(part)).join('');
  }

  test('stays in its two lines', async () => {
    expect((await written('text')).split('\n').slice(0, 2).join('\n')).toBe(text.trimEnd());
  });

  test('is one command for GitHub, in which it is only words', async () => {
    expect((await written('github')).split('\n')[0]).toBe(
      '::error file=content/a\\n%3A%3Aerror%3A%3Ab/edition.yaml,line=9,col=9,title=accent-unknown::unknown accent ' +
        '"ochre\\n::stop-commands::tok\\n::error::INJ \\u001b[2J" ' +
        '(::warning::use\\nanother; more: docs/rules/accent-unknown.md)',
    );
  });

  test('is the same for programs', async () => {
    const { diagnostics } = JSON.parse(await written('json'));
    expect(diagnostics).toMatchObject([diagnostic]);
  });

  test('is harmless in what other commands say, and in the faults that end them', async () => {
    const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
    const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    await runSaying('facts', async () => ({ text: 'a \u001b[2J\n::error::INJ\n', code: 0 }), []);
    await runSaying('facts', () => Promise.reject(new Error('reading a\u001b[2J\n::error::INJ failed')), []);
    expect([out.mock.calls[0]?.[0], err.mock.calls[0]?.[0]]).toEqual([
      'a \\u001b[2J\n\\u003a:error::INJ\n',
      'facts: reading a\\u001b[2J\n\\u003a:error::INJ failed\n',
    ]);
  });

  test('no line end of it makes a line where diagnostics are lines', () => {
    expect(tellDiagnostics([diagnostic], 'text').split('\n')).toHaveLength(3);
  });
});

test('one module writes to the standard streams', () => {
  // What a bench starts tells it one number.
  const allowed = ['scripts/cli/terminal.ts', 'scripts/tools/bench/first-finish.ts'];
  const writing = readdirSync(join(repository, 'scripts'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => `scripts/${path.replaceAll('\\', '/')}`)
    // The page of the preview has the console of its browser.
    .filter((path) => !path.startsWith('scripts/preview/viewer/'))
    .filter((path) => /\bconsole\.|process\.std(out|err)\b/.test(readFileSync(join(repository, path), 'utf8')));
  expect(writing.filter((path) => !allowed.includes(path))).toEqual([]);
});

describe.skipIf(process.platform === 'win32')('an output', () => {
  /** Runs a line of the shell in which $press is the press; stdout goes where the line says. */
  const shell = (line: string, folder = repository) =>
    spawnSync('bash', ['-c', line], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, press: `${process.execPath} ${join(repository, 'scripts/start.mjs')}` },
    });

  test('that nobody reads any more ends quietly', () => {
    const end = shell('set -o pipefail; $press facts mali | true; echo "code $?"');
    expect({ out: end.stdout, err: end.stderr }).toEqual({ out: 'code 0\n', err: '' });
  });

  test.skipIf(process.platform !== 'linux')('that does not fit is told in a sentence', () => {
    const end = shell('$press facts mali > /dev/full');
    expect({ code: end.status, err: end.stderr }).toEqual({
      code: 2,
      err: 'The output could not be written to its end: the disk or device is full.\n',
    });
  });

  test('whose faults nobody reads ends quietly, too', () => {
    const folder = mkdtempSync(join(tmpdir(), 'terminal-'));
    const end = shell('set -o pipefail; $press facts atlantis 2>&1 >/dev/null | true; echo "code $?"', folder);
    rmSync(folder, { recursive: true });
    expect({ out: end.stdout, err: end.stderr }).toEqual({ out: 'code 2\n', err: '' });
  });
});
