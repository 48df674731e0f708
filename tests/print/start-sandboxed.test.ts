import { expect, test } from 'vitest';
import type { Start } from '../../scripts/press/print/start-browser.ts';
import { startSandboxed } from '../../scripts/press/print/start-sandboxed.ts';

const started = { kind: 'started' } as Start;
const failed = (output: string): Start => ({ kind: 'failed', reason: 'was killed by SIGTRAP', output });

test.each([
  ['it works: on, and nothing to say', 'ordinary', started, ['on'], undefined],
  ['root: off without trying', 'root', started, ['off'], /runs as root/],
  [
    'no namespaces: off after one try',
    'ordinary',
    failed('[1:1/F:zygote_host_impl_linux.cc] No usable sandbox! If you are running on Ubuntu 23.10+'),
    ['on', 'off'],
    /does not let users make namespaces/,
  ],
  [
    'a container that forbids them: off after one try',
    'ordinary',
    failed('Failed to move to new namespace: PID namespaces supported, but failed: errno = Operation not permitted'),
    ['on', 'off'],
    /does not let users make namespaces/,
  ],
  ['another failure is no reason to give it up', 'ordinary', failed('libfoo.so: not found'), ['on'], undefined],
] as const)('%s', async (_, user, withSandbox, attempts, notice) => {
  const made: string[] = [];
  const result = await startSandboxed(user, async (sandbox) => {
    made.push(sandbox);
    return sandbox === 'on' ? withSandbox : started;
  });
  expect(made).toEqual(attempts);
  expect(result.start).toBe(attempts.at(-1) === 'on' ? withSandbox : started);
  if (notice) expect(result.notice).toMatch(notice);
  else expect(result.notice).toBeUndefined();
});
