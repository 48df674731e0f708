import { expect, test } from 'vitest';
import { readCommandLine } from '../../scripts/cli/options.ts';

test('without words every edition is built into out/', () => {
  expect(readCommandLine([])).toEqual({
    kind: 'run',
    options: { editions: [], out: 'out', jobs: 2, failOnWarning: false, format: 'text' },
  });
});
test('words without hyphens are editions', () => {
  const line = readCommandLine([
    'mali',
    '--out',
    'x',
    '--jobs',
    '4',
    '--fail-on-warning',
    '--format',
    'json',
    'nigeria',
  ]);
  expect(line).toEqual({
    kind: 'run',
    options: { editions: ['mali', 'nigeria'], out: 'x', jobs: 4, failOnWarning: true, format: 'json' },
  });
});
test.each([
  [['--help'], 'help'],
  [['-h'], 'help'],
  [['--jobs', '0'], 'wrong'],
  [['--format', 'xml'], 'wrong'],
  [['--ot'], 'wrong'],
])('%j: %s', (words, kind) => {
  expect(readCommandLine(words).kind).toBe(kind);
});
