import { afterEach, expect, test, vi } from 'vitest';
import type { Built } from '../../scripts/cli/build.ts';
import { runCommand } from '../../scripts/cli/run-command.ts';

afterEach(() => vi.restoreAllMocks());

const built: Built = {
  ok: false,
  published: [],
  diagnostics: [
    {
      rule: 'fact-unknown',
      severity: 'error',
      place: { file: 'content/wells/en/20-digging.md', line: 3, column: 19 },
      message: 'unknown fact "dug-2014"',
      cure: 'did you mean "dug-2024"?',
    },
  ],
};

const checking = { name: 'check', help: '', proof: undefined } as const;

/** What a command writes to the standard output that finds one fault. */
async function written(format: string): Promise<string> {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const code = await runCommand({ ...checking, run: async () => built }, ['--format', format]);
  expect(code).toBe(1);
  return write.mock.calls.map(([text]) => String(text)).join('');
}

test('people are told once, after the faults, where they are explained', async () => {
  expect(await written('text')).toMatch(/fact-unknown\nmore, with examples: docs\/rules\/fact-unknown\.md\n1 error\n/);
});

test('with warnings alone nobody is told that all is well', async () => {
  const write = vi.spyOn(process.stdout, 'write').mockReturnValue(true);
  const warned = built.diagnostics.map(
    (diagnostic) => ({ ...diagnostic, rule: 'fact-unused', severity: 'warning' }) as const,
  );
  await runCommand({ ...checking, run: async () => ({ ...built, ok: true, diagnostics: warned }) }, []);
  expect(String(write.mock.calls[0]?.[0])).toMatch(/\n1 warning\nno errors · /);
});

test('programs are told it with every fault', async () => {
  expect(JSON.parse(await written('json'))).toMatchObject({
    diagnostics: [{ rule: 'fact-unknown', help: 'docs/rules/fact-unknown.md' }],
  });
});

test('GitHub is told it behind the cure, and not again', async () => {
  expect((await written('github')).match(/docs\/rules/g)).toHaveLength(1);
});
