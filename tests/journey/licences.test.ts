import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '..', '..');

/** SPDX expressions that any package may have; notices need not name the package. */
const common = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'MIT OR Apache-2.0'];
/** Those that a package may have when the notices name it. */
const named = ['0BSD', 'BSD', 'CC0-1.0', 'Unlicense', 'OFL-1.1', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)'];
/** Those that only a tool of development may have, when the notices name it. */
const toolsOnly = ['MPL-2.0'];

interface LockedPackage {
  readonly license?: string;
  readonly dev?: boolean;
}

const lock: { readonly packages: Readonly<Record<string, LockedPackage>> } = JSON.parse(
  readFileSync(join(root, 'package-lock.json'), 'utf8'),
);
const packages = Object.entries(lock.packages)
  .filter(([path]) => path !== '')
  .map(([path, { license = 'no licence', dev = false }]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length),
    license,
    dev,
  }));

test('every locked package has a licence on the list', () => {
  const foreign = packages.filter(
    ({ license, dev }) => ![...common, ...named, ...(dev ? toolsOnly : [])].includes(license),
  );
  expect(foreign).toEqual([]);
});

test('the notices name every package with a licence of its own kind', () => {
  const notices = readFileSync(join(root, 'THIRD-PARTY-NOTICES.md'), 'utf8');
  const special = packages.filter(({ license }) => !common.includes(license));
  const missing = special.filter(
    ({ name, license }) => !(notices.includes(baseName(name)) && notices.includes(license)),
  );
  expect(special.length).toBeGreaterThan(0);
  expect(missing).toEqual([]);
});

/** Without the platform that a package is for: lightningcss-linux-x64-gnu is lightningcss. */
function baseName(name: string): string {
  return name.replace(/-(android|darwin|freebsd|linux|win32)-.*$/, '');
}
